#!/bin/sh
# Checks every file of chain.txt and every line of confirmations.txt; ends with 0 when all fit, with 1 and what does not otherwise.
cd "$(dirname "$0")" || exit 2
wrong=0 last_place=0 last_hash=
say() { echo "$1"; wrong=1; }
{
    read -r extent made
    case "$extent" in whole|part) ;; *) say "chain.txt: the first line says neither whole nor part" ;; esac
    while read -r place previous hash file; do
        [ "$previous" = - ] && previous=
        said=$( (printf '%s\n' "$previous"; cat "$file") | sha256sum | cut -d ' ' -f 1)
        [ "$said" = "$hash" ] || say "$file: not what was sealed"
        if [ "$place" -eq $((last_place + 1)) ]; then
            [ "$previous" = "$last_hash" ] || say "$file: does not follow the one before"
        elif [ "$extent" != part ] || [ "$place" -le "$last_place" ]; then
            say "place $((last_place + 1)): something is missing or out of order"
        fi
        last_place=$place last_hash=$hash
    done
    [ "$extent" = whole ] && [ "$last_place" -lt "${made:-0}" ] && say "cut off at the end: $made versions were made"
} < chain.txt
while read -r place hash answer; do
    grep -q "^$place [^ ]* $hash " chain.txt || say "place $place: confirmed was something else: $answer"
done < confirmations.txt
[ $wrong -eq 0 ] && echo "All fit. Last hash: $last_hash"
exit $wrong
