"""What dmgbuild makes of dist/SalesDesk.app (python3 dev.py bundle, on a Mac):

dmgbuild -s packaging/mac/dmg_settings.py SalesDesk dist/SalesDesk.dmg
"""

format = "UDZO"
filesystem = "APFS"
files = ["dist/SalesDesk.app"]
symlinks = {"Applications": "/Applications"}
icon = "packaging/mac/salesdesk.icns"
window_rect = ((200, 160), (560, 340))
default_view = "icon-view"
icon_size = 112
text_size = 13
icon_locations = {"SalesDesk.app": (150, 150), "Applications": (410, 150)}
