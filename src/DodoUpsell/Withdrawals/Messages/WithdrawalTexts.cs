using System.Collections.Frozen;
using static DodoUpsell.WithdrawalMessage;

namespace DodoUpsell.Withdrawals;

/// <summary>The built-in texts of withdrawals. <c>docs/withdrawals.md</c> names the sources of the prescribed labels.</summary>
internal static class WithdrawalTexts
{
    private static readonly FrozenDictionary<string, FrozenDictionary<WithdrawalMessage, string>> ByLanguage =
        new Dictionary<string, FrozenDictionary<WithdrawalMessage, string>>(StringComparer.Ordinal)
        {
            ["en"] = English(),
            ["de"] = German(),
            ["fr"] = French(),
            ["nl"] = Dutch(),
            ["pl"] = Polish(),
            ["it"] = Italian(),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Has(string language) => ByLanguage.ContainsKey(language);

    /// <summary>Returns a text in a language. Other languages get English.</summary>
    public static string Of(WithdrawalMessage message, string language) =>
        (ByLanguage.GetValueOrDefault(language) ?? ByLanguage["en"])[message];

    private static FrozenDictionary<WithdrawalMessage, string> English() =>
        new Dictionary<WithdrawalMessage, string>
        {
            [Withdraw] = "Withdraw from contract here",
            [Confirm] = "Confirm withdrawal",
            [Introduction] = "You can withdraw from a contract here. You do not have to give a reason.",
            [NoContracts] = "There is no contract that you can withdraw from here at the moment.",
            [Contract] = "Contract",
            [ConcludedOn] = "Concluded on",
            [PossibleUntil] = "Withdrawal possible until",
            [Amount] = "Amount",
            [Name] = "Your name",
            [Contact] = "E-mail address for the acknowledgement",
            [Continue] = "Continue",
            [ReviewStatement] = "Check your statement",
            [Statement] = "I withdraw from the following contract.",
            [Change] = "Change",
            [Acknowledgement] = "Acknowledgement of your withdrawal",
            [Reference] = "Reference",
            [SubmittedAt] = "Submitted at",
            [AcknowledgementNote] =
                "Your withdrawal was received with this content at this date and time. Keep this text.",
            [Download] = "Download as text",
            [Status] = "Status",
            [Processing] = "Your withdrawal is being processed.",
            [RefundPending] = "The refund is under way.",
            [Refunded] = "The refund is complete.",
            [Done] = "Your withdrawal is complete.",
            [InReview] = "We are looking at your withdrawal and will contact you.",
            [SubscriptionEnded] = "The subscription has ended.",
            [AlreadyWithdrawn] = "Show the acknowledgement",
            [InvalidInput] = "Enter your name and an e-mail address.",
            [NotFound] =
                "This page does not exist, or the link has expired. You can also withdraw by writing to the "
                + "seller.",
            [SignIn] = "Sign in, or open the link in the confirmation of your order.",
            [FormExpired] = "Nothing was submitted. Open the page again and repeat the last step.",
            [Unavailable] = "The service is temporarily unavailable. Try again, or withdraw by writing to the seller.",
            [Erased] = "The content was erased.",
        }.ToFrozenDictionary();

    private static FrozenDictionary<WithdrawalMessage, string> German() =>
        new Dictionary<WithdrawalMessage, string>
        {
            [Withdraw] = "Vertrag widerrufen",
            [Confirm] = "Widerruf bestätigen",
            [Introduction] = "Hier können Sie einen Vertrag widerrufen. Sie müssen keinen Grund angeben.",
            [NoContracts] = "Zurzeit gibt es keinen Vertrag, den Sie hier widerrufen können.",
            [Contract] = "Vertrag",
            [ConcludedOn] = "Geschlossen am",
            [PossibleUntil] = "Widerruf möglich bis",
            [Amount] = "Betrag",
            [Name] = "Ihr Name",
            [Contact] = "E-Mail-Adresse für die Eingangsbestätigung",
            [Continue] = "Weiter",
            [ReviewStatement] = "Prüfen Sie Ihre Erklärung",
            [Statement] = "Ich widerrufe den folgenden Vertrag.",
            [Change] = "Ändern",
            [Acknowledgement] = "Eingangsbestätigung Ihres Widerrufs",
            [Reference] = "Vorgangsnummer",
            [SubmittedAt] = "Eingegangen am",
            [AcknowledgementNote] =
                "Ihr Widerruf ist mit diesem Inhalt zu diesem Zeitpunkt eingegangen. Bewahren Sie diesen Text "
                + "auf.",
            [Download] = "Als Text herunterladen",
            [Status] = "Status",
            [Processing] = "Ihr Widerruf wird bearbeitet.",
            [RefundPending] = "Die Erstattung ist unterwegs.",
            [Refunded] = "Die Erstattung ist abgeschlossen.",
            [Done] = "Ihr Widerruf ist abgeschlossen.",
            [InReview] = "Wir prüfen Ihren Widerruf und melden uns bei Ihnen.",
            [SubscriptionEnded] = "Das Abonnement ist beendet.",
            [AlreadyWithdrawn] = "Eingangsbestätigung anzeigen",
            [InvalidInput] = "Geben Sie Ihren Namen und eine E-Mail-Adresse an.",
            [NotFound] =
                "Diese Seite gibt es nicht, oder der Link ist abgelaufen. Sie können auch widerrufen, indem Sie "
                + "dem Verkäufer schreiben.",
            [SignIn] = "Melden Sie sich an, oder öffnen Sie den Link in Ihrer Bestellbestätigung.",
            [FormExpired] =
                "Es wurde nichts übermittelt. Öffnen Sie die Seite erneut und wiederholen Sie den letzten "
                + "Schritt.",
            [Unavailable] =
                "Der Dienst ist vorübergehend nicht verfügbar. Versuchen Sie es erneut, oder widerrufen Sie, "
                + "indem Sie dem Verkäufer schreiben.",
            [Erased] = "Der Inhalt wurde gelöscht.",
        }.ToFrozenDictionary();

    private static FrozenDictionary<WithdrawalMessage, string> French() =>
        new Dictionary<WithdrawalMessage, string>
        {
            [Withdraw] = "Renoncer au contrat ici",
            [Confirm] = "Confirmer la rétractation",
            [Introduction] = "Vous pouvez renoncer à un contrat ici, sans indiquer de motif.",
            [NoContracts] = "Il n’y a actuellement aucun contrat auquel vous pouvez renoncer ici.",
            [Contract] = "Contrat",
            [ConcludedOn] = "Conclu le",
            [PossibleUntil] = "Rétractation possible jusqu’au",
            [Amount] = "Montant",
            [Name] = "Votre nom",
            [Contact] = "Adresse électronique pour l’accusé de réception",
            [Continue] = "Continuer",
            [ReviewStatement] = "Vérifiez votre déclaration",
            [Statement] = "Je renonce au contrat suivant.",
            [Change] = "Modifier",
            [Acknowledgement] = "Accusé de réception de votre rétractation",
            [Reference] = "Référence",
            [SubmittedAt] = "Transmise le",
            [AcknowledgementNote] =
                "Votre rétractation a été reçue avec ce contenu, à cette date et à cette heure. Conservez ce "
                + "texte.",
            [Download] = "Télécharger le texte",
            [Status] = "État",
            [Processing] = "Votre rétractation est en cours de traitement.",
            [RefundPending] = "Le remboursement est en cours.",
            [Refunded] = "Le remboursement est effectué.",
            [Done] = "Votre rétractation est terminée.",
            [InReview] = "Nous examinons votre rétractation et vous contacterons.",
            [SubscriptionEnded] = "L’abonnement a pris fin.",
            [AlreadyWithdrawn] = "Afficher l’accusé de réception",
            [InvalidInput] = "Indiquez votre nom et une adresse électronique.",
            [NotFound] =
                "Cette page n’existe pas, ou le lien a expiré. Vous pouvez aussi vous rétracter en écrivant au "
                + "vendeur.",
            [SignIn] = "Connectez-vous, ou ouvrez le lien figurant dans la confirmation de votre commande.",
            [FormExpired] = "Rien n’a été transmis. Ouvrez à nouveau la page et répétez la dernière étape.",
            [Unavailable] =
                "Le service est temporairement indisponible. Réessayez, ou rétractez-vous en écrivant au " + "vendeur.",
            [Erased] = "Le contenu a été effacé.",
        }.ToFrozenDictionary();

    private static FrozenDictionary<WithdrawalMessage, string> Dutch() =>
        new Dictionary<WithdrawalMessage, string>
        {
            [Withdraw] = "Hier de overeenkomst herroepen",
            [Confirm] = "Herroeping bevestigen",
            [Introduction] = "Hier kunt u een overeenkomst herroepen. U hoeft geen reden op te geven.",
            [NoContracts] = "Er is op dit moment geen overeenkomst die u hier kunt herroepen.",
            [Contract] = "Overeenkomst",
            [ConcludedOn] = "Gesloten op",
            [PossibleUntil] = "Herroeping mogelijk tot en met",
            [Amount] = "Bedrag",
            [Name] = "Uw naam",
            [Contact] = "E-mailadres voor de ontvangstbevestiging",
            [Continue] = "Verder",
            [ReviewStatement] = "Controleer uw verklaring",
            [Statement] = "Ik herroep de volgende overeenkomst.",
            [Change] = "Wijzigen",
            [Acknowledgement] = "Ontvangstbevestiging van uw herroeping",
            [Reference] = "Referentie",
            [SubmittedAt] = "Ingediend op",
            [AcknowledgementNote] =
                "Uw herroeping is met deze inhoud op deze datum en dit tijdstip ontvangen. Bewaar deze tekst.",
            [Download] = "Als tekst downloaden",
            [Status] = "Status",
            [Processing] = "Uw herroeping wordt verwerkt.",
            [RefundPending] = "De terugbetaling is onderweg.",
            [Refunded] = "De terugbetaling is voltooid.",
            [Done] = "Uw herroeping is voltooid.",
            [InReview] = "Wij bekijken uw herroeping en nemen contact met u op.",
            [SubscriptionEnded] = "Het abonnement is beëindigd.",
            [AlreadyWithdrawn] = "Ontvangstbevestiging tonen",
            [InvalidInput] = "Vul uw naam en een e-mailadres in.",
            [NotFound] =
                "Deze pagina bestaat niet, of de link is verlopen. U kunt ook herroepen door de verkoper te "
                + "schrijven.",
            [SignIn] = "Log in, of open de link in uw orderbevestiging.",
            [FormExpired] = "Er is niets verzonden. Open de pagina opnieuw en herhaal de laatste stap.",
            [Unavailable] =
                "De dienst is tijdelijk niet beschikbaar. Probeer het opnieuw, of herroep door de verkoper te "
                + "schrijven.",
            [Erased] = "De inhoud is gewist.",
        }.ToFrozenDictionary();

    private static FrozenDictionary<WithdrawalMessage, string> Polish() =>
        new Dictionary<WithdrawalMessage, string>
        {
            [Withdraw] = "Odstąp od umowy tutaj",
            [Confirm] = "Potwierdź odstąpienie od umowy",
            [Introduction] = "Tutaj można odstąpić od umowy bez podania przyczyny.",
            [NoContracts] = "Obecnie nie ma umowy, od której można tutaj odstąpić.",
            [Contract] = "Umowa",
            [ConcludedOn] = "Zawarta dnia",
            [PossibleUntil] = "Odstąpienie możliwe do",
            [Amount] = "Kwota",
            [Name] = "Imię i nazwisko",
            [Contact] = "Adres e-mail do potwierdzenia otrzymania",
            [Continue] = "Dalej",
            [ReviewStatement] = "Sprawdź swoje oświadczenie",
            [Statement] = "Odstępuję od następującej umowy.",
            [Change] = "Zmień",
            [Acknowledgement] = "Potwierdzenie otrzymania odstąpienia od umowy",
            [Reference] = "Numer sprawy",
            [SubmittedAt] = "Złożono",
            [AcknowledgementNote] =
                "Odstąpienie o tej treści otrzymano w podanym dniu i o podanej godzinie. Zachowaj ten tekst.",
            [Download] = "Pobierz jako tekst",
            [Status] = "Status",
            [Processing] = "Odstąpienie jest rozpatrywane.",
            [RefundPending] = "Zwrot pieniędzy jest w toku.",
            [Refunded] = "Zwrot pieniędzy został zrealizowany.",
            [Done] = "Odstąpienie zostało zrealizowane.",
            [InReview] = "Sprawdzamy odstąpienie i skontaktujemy się z Tobą.",
            [SubscriptionEnded] = "Subskrypcja została zakończona.",
            [AlreadyWithdrawn] = "Pokaż potwierdzenie otrzymania",
            [InvalidInput] = "Podaj imię i nazwisko oraz adres e-mail.",
            [NotFound] = "Ta strona nie istnieje albo link wygasł. Można też odstąpić od umowy, pisząc do sprzedawcy.",
            [SignIn] = "Zaloguj się albo otwórz link z potwierdzenia zamówienia.",
            [FormExpired] = "Nic nie wysłano. Otwórz stronę ponownie i powtórz ostatni krok.",
            [Unavailable] =
                "Usługa jest chwilowo niedostępna. Spróbuj ponownie albo odstąp od umowy, pisząc do " + "sprzedawcy.",
            [Erased] = "Treść została usunięta.",
        }.ToFrozenDictionary();

    private static FrozenDictionary<WithdrawalMessage, string> Italian() =>
        new Dictionary<WithdrawalMessage, string>
        {
            [Withdraw] = "Recedere dal contratto qui",
            [Confirm] = "Conferma recesso",
            [Introduction] = "Qui può recedere da un contratto, senza indicarne il motivo.",
            [NoContracts] = "Al momento non ci sono contratti dai quali può recedere qui.",
            [Contract] = "Contratto",
            [ConcludedOn] = "Concluso il",
            [PossibleUntil] = "Recesso possibile fino al",
            [Amount] = "Importo",
            [Name] = "Nome e cognome",
            [Contact] = "Indirizzo e-mail per l’avviso di ricevimento",
            [Continue] = "Continua",
            [ReviewStatement] = "Verifichi la sua dichiarazione",
            [Statement] = "Recedo dal contratto seguente.",
            [Change] = "Modifica",
            [Acknowledgement] = "Avviso di ricevimento del recesso",
            [Reference] = "Riferimento",
            [SubmittedAt] = "Trasmesso il",
            [AcknowledgementNote] =
                "Il recesso con questo contenuto è stato ricevuto in questa data e a quest’ora. Conservi questo "
                + "testo.",
            [Download] = "Scarica come testo",
            [Status] = "Stato",
            [Processing] = "Il recesso è in corso di elaborazione.",
            [RefundPending] = "Il rimborso è in corso.",
            [Refunded] = "Il rimborso è stato effettuato.",
            [Done] = "Il recesso è completato.",
            [InReview] = "Stiamo esaminando il recesso e la contatteremo.",
            [SubscriptionEnded] = "L’abbonamento è terminato.",
            [AlreadyWithdrawn] = "Mostra l’avviso di ricevimento",
            [InvalidInput] = "Inserisca il nome e un indirizzo e-mail.",
            [NotFound] = "Questa pagina non esiste o il link è scaduto. Può recedere anche scrivendo al venditore.",
            [SignIn] = "Acceda, oppure apra il link nella conferma del suo ordine.",
            [FormExpired] = "Non è stato trasmesso nulla. Riapra la pagina e ripeta l’ultimo passaggio.",
            [Unavailable] =
                "Il servizio è temporaneamente non disponibile. Riprovi, oppure receda scrivendo al venditore.",
            [Erased] = "Il contenuto è stato cancellato.",
        }.ToFrozenDictionary();
}
