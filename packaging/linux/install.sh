#!/bin/sh
# Installs SalesDesk for this user, from the folder that this script was unpacked into, or over an
# older version; --remove takes the program away. Workspaces and settings stay in either case.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-"$HOME/.local/share"}
program="$HOME/.local/lib/salesdesk"
link="$HOME/.local/bin/salesdesk"
entry="$data/applications/salesdesk.desktop"
icons="$data/icons/hicolor"

remove() {
    rm -rf "$program"
    rm -f "$link" "$entry" "$icons/256x256/apps/salesdesk.png" "$icons/scalable/apps/salesdesk.svg"
}

if [ "${1:-}" = "--remove" ]; then
    remove
    echo "SalesDesk is removed; workspaces and settings stay where they are."
    exit 0
fi

remove
mkdir -p "$program" "$HOME/.local/bin" "$data/applications" \
    "$icons/256x256/apps" "$icons/scalable/apps"
cp -R "$here/salesdesk/." "$program/"
ln -s "$program/salesdesk" "$link"
cp "$here/salesdesk.png" "$icons/256x256/apps/salesdesk.png"
cp "$here/salesdesk.svg" "$icons/scalable/apps/salesdesk.svg"
sed "s|^Exec=.*|Exec=\"$link\"|" "$here/salesdesk.desktop" > "$entry"
echo "SalesDesk is installed: $link"
