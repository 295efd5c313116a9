# Build the installer for Windows: the bundle with PyInstaller, then Inno Setup 6.
#
#   powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1
#
# It needs uv and Inno Setup 6 (iscc). What it made is in build\package\out. Not tested on Windows yet.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

function Invoke-Checked {
    param([string] $Program, [string[]] $Arguments)
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program failed with exit code $LASTEXITCODE." }
}

if (-not (Test-Path .venv)) { Invoke-Checked uv @("venv", "--python", "3.12") }
Invoke-Checked uv @("pip", "install", "--require-hashes", "-r", "packaging/requirements/package.txt")
Invoke-Checked uv @("pip", "install", "--no-deps", "--no-build-isolation", "-e", ".")
$python = ".venv\Scripts\python.exe"
Invoke-Checked $python @("packaging\bundle\make_bundle.py")
Invoke-Checked "build\package\bundle\counterpoise\counterpoise.exe" @("self-test")

$version = & $python -c "from importlib.metadata import version; print(version('counterpoise'))"
New-Item -ItemType Directory -Force build\package\out | Out-Null
Invoke-Checked iscc @("/DVersion=$version", "packaging\windows\counterpoise.iss")
Get-FileHash build\package\out\*.exe -Algorithm SHA256 | Format-List Hash, Path
