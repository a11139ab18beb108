#!/usr/bin/env bash
# Makes the README's pictures of the window from the demo study, in a real window on a virtual display: 1440 x 900, at scale 1 and at scale 2.
# Needs Xvfb, xdotool and ImageMagick's import (Debian: xvfb libgtk-3-0 xdotool imagemagick). Usage: docs/images/window.sh [FOLDER]
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
out=$(mkdir -p "${1:-$root/docs/images}" && cd "${1:-$root/docs/images}" && pwd)
work=$(mktemp -d)
display=:$((90 + RANDOM % 400))
processes=()
trap 'kill "${processes[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT

"$root/assay" demo --out "$work/demo" --quiet >/dev/null

# One window: SCALE NAME-SUFFIX
window() {
    local scale=$1 suffix=$2 id view
    Xvfb "$display" -screen 0 "$((1440 * scale))x$((900 * scale))x24" 2>/dev/null &
    local server=$!
    processes+=("$server")
    ASSAY_HOME=$work/home-$scale
    mkdir -p "$ASSAY_HOME"
    printf '{"version": 1, "scheme": "light"}' >"$ASSAY_HOME/preferences.json"
    export ASSAY_HOME DISPLAY=$display GDK_SCALE=$scale
    until xdotool getdisplaygeometry >/dev/null 2>&1; do :; done
    "$root/assay" "$work/demo/demo.assay" &
    local program=$!
    processes+=("$program")
    id=$(timeout 60 xdotool search --sync --onlyvisible --name 'demo.assay' | head -1)
    xdotool windowfocus "$id"
    for view in 1:overview 2:queries 3:responses 4:profiles 5:categories 6:figures; do
        xdotool key --window "$id" "ctrl+${view%%:*}"
        sleep 4
        import -window root "$out/${view##*:}$suffix.png"
    done
    xdotool key --window "$id" ctrl+k
    sleep 1
    xdotool type --window "$id" dark
    sleep 1
    import -window root "$out/palette$suffix.png"
    xdotool key --window "$id" Return
    xdotool key --window "$id" ctrl+4
    sleep 4
    import -window root "$out/profiles-dark$suffix.png"
    kill "$program" "$server"
    wait "$program" "$server" 2>/dev/null || true
}

window 1 ""
window 2 "-2x"
