@echo off
rem Builds what is not built, finds a JDK 25, and runs Assay.
setlocal EnableDelayedExpansion
set "HOME_DIR=%~dp0"
set "BUILT=%HOME_DIR%app\target\assay"

set "JDK="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where javac 2^>nul') do if not defined JDK call :try "%%~dpj.."
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do if not defined JDK call :try "%%~d"
if not defined JDK (
    echo assay: JDK 25 is missing: install a JDK 25 ^(25.0.3 or later, for example Temurin^), or set JAVA_HOME to it, then run the same again 1>&2
    exit /b 2
)

set "FRESH="
if exist "%BUILT%\stamp" for /f %%n in ('powershell -NoProfile -Command "$s=(Get-Item '%BUILT%\stamp').LastWriteTime; if (Get-ChildItem '%HOME_DIR%pom.xml','%HOME_DIR%datasets\pom.xml','%HOME_DIR%datasets\src\main','%HOME_DIR%taxonomy-builder\pom.xml','%HOME_DIR%taxonomy-builder\src\main','%HOME_DIR%judges\pom.xml','%HOME_DIR%judges\src\main','%HOME_DIR%app\pom.xml','%HOME_DIR%app\src\main' -Recurse -File | Where-Object LastWriteTime -gt $s | Select-Object -First 1) {'old'} else {'fresh'}"') do if "%%n"=="fresh" set "FRESH=1"
if not defined FRESH (
    where mvn >nul 2>nul || (
        echo assay: Maven is missing: install Apache Maven 3.8 or later, then run the same again 1>&2
        exit /b 2
    )
    echo assay: building Assay, once ^(this takes a minute or two^) 1>&2
    pushd "%HOME_DIR%"
    call mvn -q -B -Dstyle.color=never -Dspotless.check.skip -DskipTests -pl app -am package 1>&2 || (
        popd
        echo assay: the build failed; see the lines above 1>&2
        exit /b 70
    )
    popd
    echo built> "%BUILT%\stamp"
)

set "OPTIONS="
for /f "usebackq delims=" %%o in ("%BUILT%\jvm.options") do set "OPTIONS=!OPTIONS! %%o"
"%JDK%\bin\java" %OPTIONS% "-Djava.util.logging.config.file=%BUILT%\logging.properties" -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%BUILT%\assay.jsa" -cp "%BUILT%\lib\*" dev.assay.app.cli.Main %*
exit /b %ERRORLEVEL%

:try
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul 2>nul && set "JDK=%~1"
exit /b 0
