; The installer for Windows, made by Inno Setup 6 from dist\salesdesk (python dev.py bundle):
;
;     iscc packaging\windows\salesdesk.iss
;
; For one user without an administrator's rights. A newer version installs over an older one; what
; people made (workspaces, settings, contacts that wait) lies in %LOCALAPPDATA%\SalesDesk, apart
; from the program, and stays there when the program is removed.

#define Name "SalesDesk"
#define Version "0.3.0"
#define Program "salesdesk.exe"

[Setup]
; Never to be changed: by it Windows knows that a newer version is the same program.
AppId={{6F0D4B0E-6D2B-4B0E-9C55-0E2B8B6E7A41}
AppName={#Name}
AppVersion={#Version}
AppVerName={#Name} {#Version}
AppPublisher={#Name}
VersionInfoVersion={#Version}
VersionInfoProductName={#Name}
VersionInfoDescription={#Name} Setup
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
DefaultDirName={localappdata}\Programs\{#Name}
DefaultGroupName={#Name}
DisableProgramGroupPage=yes
DisableDirPage=auto
UsePreviousAppDir=yes
CloseApplications=yes
RestartApplications=no
SetupIconFile=salesdesk.ico
UninstallDisplayIcon={app}\{#Program}
UninstallDisplayName={#Name}
SourceDir=.
OutputDir=..\..\dist
OutputBaseFilename=SalesDesk-{#Version}-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
Name: "indonesian"; MessagesFile: "compiler:Default.isl,Indonesian.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

[InstallDelete]
; Parts of the older version that the newer one does not have must not be found by it.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\salesdesk\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\{#Name}"; Filename: "{app}\{#Program}"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Program}"; Tasks: desktopicon

[Run]
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent
