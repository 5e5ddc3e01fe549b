// Tells the form where its reader is; without a script the person lives in UTC until the account page says otherwise.
for (const field of document.querySelectorAll('[data-time-zone]')) field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
