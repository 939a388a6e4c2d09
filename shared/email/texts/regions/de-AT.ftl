# Was in Österreich anders heißt als in de.ftl: Das FAGG nennt den Widerruf Rücktritt.

trouble-withdrawal = Rücktritt eingegangen
trouble-withdrawal-todo = Der Kunde ist auf der Bestellseite vom Vertrag zurückgetreten und hat darüber eine E-Mail erhalten. Halten Sie das Paket zurück, wenn es noch nicht versandt ist, sagen Sie dem Kunden, wohin er die Artikel senden soll, und erstatten Sie innerhalb von 14 Tagen.
withdrawal-subject = Bestellung { $number }: Rücktritt eingegangen
withdrawal-headline = Ihr Rücktritt ist bei uns eingegangen
withdrawal-lead = Sie haben uns mitgeteilt, dass Sie vom Vertrag zur Bestellung { $number } zurücktreten. Ihre Erklärung ist am { $time } bei uns eingegangen. Bitte bewahren Sie diese E-Mail als Nachweis auf.
withdrawal-of = Rücktritt betrifft
withdraw-open = Vom Vertrag zurücktreten
withdraw-title = Vom Vertrag zurücktreten
withdraw-lead = Sie können vom Vertrag zu dieser Bestellung bis zum { $date } ohne Angabe von Gründen zurücktreten. Sie erhalten zum Nachweis eine E-Mail mit Datum und Uhrzeit.
withdraw-lead-early = Sie können vom Vertrag zu dieser Bestellung ohne Angabe von Gründen zurücktreten. Sie erhalten zum Nachweis eine E-Mail mit Datum und Uhrzeit.
withdraw-send = Rücktritt bestätigen
withdraw-done = Wir haben Ihren Rücktritt vom { $time } erhalten. Die E-Mail zum Nachweis ist unterwegs.
withdraw-over = Die Rücktrittsfrist ist abgelaufen. Bitte wenden Sie sich an den Shop.
