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

# Says the first text, or the second where the system speaks Indonesian.
say() {
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
        id|id_*|id.*) echo "$2" ;;
        *) echo "$1" ;;
    esac
}

remove() {
    rm -rf "$program"
    rm -f "$link" "$entry" "$icons/256x256/apps/salesdesk.png" "$icons/scalable/apps/salesdesk.svg"
}

if [ "${1:-}" = "--remove" ]; then
    remove
    say "SalesDesk is removed; workspaces and settings stay where they are." \
        "SalesDesk sudah dihapus; ruang kerja dan pengaturan tetap di tempatnya."
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
say "SalesDesk is installed: $link" "SalesDesk sudah dipasang: $link"
