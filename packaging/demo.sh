#!/bin/sh
# The sample story, from the script to the comic and the animatic. An older demo is left alone.
set -eu
cd "$(dirname "$0")/.."

film="demo/The Way Home"
count=1
while [ -e "$film" ]; do
    count=$((count + 1))
    film="demo/The Way Home $count"
done

export HF_HUB_OFFLINE=1
storyboard=.venv/bin/storyboard
$storyboard new "$film"
$storyboard import "$film" --sample
$storyboard generate "$film"
$storyboard export "$film" "$film/exports/comic.pdf" >/dev/null
$storyboard export "$film" "$film/exports/animatic.mp4" --captions >/dev/null

echo
echo "Project:  $PWD/$film"
echo "Comic:    $PWD/$film/exports/comic.pdf"
echo "Animatic: $PWD/$film/exports/animatic.mp4"
