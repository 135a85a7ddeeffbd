@echo off
rem SPDX-License-Identifier: EPL-2.0
rem Runs the command line on Windows. Builds it on first use; delete org.bieumau.dist\target to build it again.
setlocal
chcp 65001 >nul
set "RELENG=%~dp0"
set "DIST=%RELENG%org.bieumau.dist\target"
if not defined JAVA_HOME for /f "delims=" %%J in ('where javac 2^>nul') do if not defined JAVA_HOME for %%D in ("%%~dpJ..") do set "JAVA_HOME=%%~fD"
if not defined JAVA_HOME (
    echo Can JDK tu ban 21 tro len: hay cai dat roi dat JAVA_HOME. / A JDK 21 or newer is needed: install one and set JAVA_HOME. 1>&2
    exit /b 3
)
for /f "tokens=3" %%V in ('""%JAVA_HOME%\bin\java" -version 2^>^&1" ^| findstr /i "version"') do set "VERSION=%%~V"
for /f "delims=." %%M in ("%VERSION%") do set "MAJOR=%%M"
if %MAJOR% LSS 21 (
    echo JDK trong JAVA_HOME la ban %MAJOR%; can tu ban 21. / The JDK in JAVA_HOME is version %MAJOR%; 21 or newer is needed. 1>&2
    exit /b 3
)
if not exist "%DIST%\stamp" (
    where mvn >nul 2>nul || (
        echo Can Maven: hay cai dat. / Maven is needed: install it. 1>&2
        exit /b 3
    )
    echo Building bieumau, some minutes the first time ... 1>&2
    if not exist "%DIST%" mkdir "%DIST%"
    call mvn -B -ntp -f "%RELENG%pom.xml" install -DskipTests -Dmaven.test.skip=true -pl :org.bieumau.target,:org.bieumau.cli -am >"%DIST%\build.log" 2>&1 || goto failed
    call mvn -B -ntp -f "%RELENG%org.bieumau.dist\pom.xml" package >>"%DIST%\build.log" 2>&1 || goto failed
    type nul >"%DIST%\stamp"
)
set "OPTIONS="
if %MAJOR% GEQ 23 set "OPTIONS=--sun-misc-unsafe-memory-access=allow"
"%JAVA_HOME%\bin\java" %OPTIONS% --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -cp "%DIST%\lib\*" org.bieumau.cli.internal.Main %*
exit /b %ERRORLEVEL%
:failed
echo The build failed; see "%DIST%\build.log". 1>&2
exit /b 3
