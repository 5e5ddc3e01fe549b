#!/bin/sh
# Checks every file of chain.txt; ends with 0 when all fit, with 1 and their names when some do not.
cd "$(dirname "$0")" || exit 2
wrong=0 last_place=0 last_hash=
while read -r place previous hash file; do
    [ "$previous" = - ] && previous=
    said=$( (printf '%s\n' "$previous"; cat "$file") | sha256sum | cut -d ' ' -f 1)
    if [ "$said" != "$hash" ]; then echo "$file: not what was sealed"; wrong=1; fi
    if [ "$place" -eq $((last_place + 1)) ] && [ "$previous" != "$last_hash" ]; then echo "$file: does not follow the one before"; wrong=1; fi
    last_place=$place last_hash=$hash
done < chain.txt
[ $wrong -eq 0 ] && echo "All fit. Last hash: $last_hash"
exit $wrong
