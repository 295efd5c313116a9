; The installer for Windows, for one user and without administrator rights (Inno Setup 6).
; build.ps1 calls it with /DVersion=… after it has made the bundle. Not tested on Windows yet.

#ifndef Version
  #error Call build.ps1, which states the version.
#endif
#define Root "..\.."
#define Bundle Root + "\build\package\bundle\counterpoise"

[Setup]
AppId={{6C0B0F5E-7C1B-5A3B-9C55-1B5E6E0B7A11}
AppName=Counterpoise
AppVersion={#Version}
AppPublisher=The Counterpoise authors
DefaultDirName={localappdata}\Programs\Counterpoise
DefaultGroupName=Counterpoise
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesAssociations=yes
ChangesEnvironment=no
LicenseFile={#Root}\LICENSE
SetupIconFile={#Root}\build\package\work\counterpoise\counterpoise.ico
UninstallDisplayIcon={app}\counterpoise-window.exe
OutputDir={#Root}\build\package\out
OutputBaseFilename=counterpoise-{#Version}-windows-x86_64
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"
Name: "ar"; MessagesFile: "compiler:Languages\Arabic.isl"

[CustomMessages]
en.Kind=Counterpoise assessment
fr.Kind=Évaluation Counterpoise
ar.Kind=تقييم Counterpoise

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\Counterpoise"; Filename: "{app}\counterpoise-window.exe"

[Registry]
; HKA is the user's own part of the registry here.
Root: HKA; Subkey: "Software\Classes\.poise"; ValueType: string; ValueData: "Counterpoise.Assessment"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.poise"; ValueName: "Content Type"; ValueType: string; ValueData: "application/x-counterpoise"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.poise\OpenWithProgids"; ValueName: "Counterpoise.Assessment"; ValueType: string; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Counterpoise.Assessment"; ValueType: string; ValueData: "{cm:Kind}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Counterpoise.Assessment\DefaultIcon"; ValueType: string; ValueData: "{app}\counterpoise-window.exe,0"
Root: HKA; Subkey: "Software\Classes\Counterpoise.Assessment\shell\open\command"; ValueType: string; ValueData: """{app}\counterpoise-window.exe"" ""%1"""

[Run]
Filename: "{app}\counterpoise-window.exe"; Description: "{cm:LaunchProgram,Counterpoise}"; Flags: nowait postinstall skipifsilent

[UninstallDelete]
; Only what was installed goes: settings and working copies in %APPDATA% and %LOCALAPPDATA% stay.
Type: dirifempty; Name: "{app}"
