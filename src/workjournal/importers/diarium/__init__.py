"""Diarium."""
