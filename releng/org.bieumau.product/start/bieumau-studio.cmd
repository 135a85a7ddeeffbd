@echo off
rem SPDX-License-Identifier: EPL-2.0
rem Starts Bieu Mau Studio with the Java of JAVA_HOME, else of the folder jre, else of PATH.
chcp 65001 >nul
setlocal
rem The program runs in its own folder, so it gets files with their whole paths.
set "ARGUMENTS="
:next
if "%~1"=="" goto given
if exist "%~1" (set ARGUMENTS=%ARGUMENTS% "%~f1") else (set ARGUMENTS=%ARGUMENTS% %1)
shift /1
goto next
:given
cd /d "%~dp0"
set "JAVA=javaw"
if exist "%~dp0jre\bin\javaw.exe" set "JAVA=%~dp0jre\bin\javaw.exe"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\javaw.exe" set "JAVA=%JAVA_HOME%\bin\javaw.exe"
where "%JAVA%" >nul 2>nul || if not exist "%JAVA%" goto missing
rem javaw has no console: it would end without a word if it were too old.
set "CONSOLE=%JAVA:javaw=java%"
set "VERSION="
set "MAJOR=0"
for /f "tokens=3" %%V in ('""%CONSOLE%" -version 2^>^&1" ^| findstr /i "version"') do set "VERSION=%%~V"
for /f "delims=.-+" %%M in ("%VERSION%") do set "MAJOR=%%M"
if %MAJOR% LSS 21 goto missing
set "LANGUAGE=%BIEUMAU_LANG%"
if not defined LANGUAGE if exist "%APPDATA%\bieumau\language" set /p LANGUAGE=<"%APPDATA%\bieumau\language"
if not defined LANGUAGE set "LANGUAGE=vi"
if not exist dropins mkdir dropins 2>nul
for %%J in (plugins\org.eclipse.equinox.launcher_*.jar) do set "LAUNCHER=%%J"
start "" "%JAVA%" -Xmx2g -Dfile.encoding=UTF-8 -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED -jar "%LAUNCHER%" -nl %LANGUAGE% %ARGUMENTS%
exit /b 0
:missing
if defined VERSION echo Java trên máy này là bản %VERSION%. / The Java of this computer is version %VERSION%.
echo Biểu Mẫu Studio cần Java từ bản 21 trở lên. Hãy cài Java, rồi mở lại.
echo Biểu Mẫu Studio needs Java 21 or newer: install it and start again.
pause
exit /b 3
