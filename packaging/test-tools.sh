#!/bin/sh
# What some tests use beside Python and make, installed on Debian and Ubuntu where it may; without it those tests are
# skipped and say so: a real keyring and its session bus, a compiler for the recorder of power cuts, strace.
set -u
[ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || exit 0
missing=""
for package in gnome-keyring dbus libsecret-tools gcc libc6-dev strace; do
	dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q "ok installed" || missing="$missing $package"
done
[ -z "$missing" ] && exit 0
apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
