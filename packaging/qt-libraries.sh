#!/bin/sh
# The system libraries Qt needs and no Python package brings: installs them on Debian and Ubuntu where it may,
# prints the one command where it may not, and says nothing where they are there.
set -u
command -v dpkg-query >/dev/null 2>&1 || exit 0

wanted="libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 libx11-6 libxcb-cursor0 \
libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-image0 libxcb-render-util0 \
libxcb-randr0 libxcb-render0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1"
missing=""
for package in $wanted; do
	# Ubuntu 24.04 renamed some with a suffix, as libglib2.0-0t64.
	dpkg-query -W -f '${Status}\n' "$package" "${package}t64" 2>/dev/null | grep -q "ok installed" ||
		missing="$missing $package"
done
[ -z "$missing" ] && exit 0

if [ "$(id -u)" = 0 ]; then
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null && exit 0
fi
echo "Qt needs some system libraries. Install them with:"
echo "  sudo apt-get install$missing"
