using System.Globalization;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Pages;

/// <summary>The payment data that a customer entered, and its errors. Card numbers are never shown again.</summary>
internal sealed class PaymentForm
{
    /// <summary>The field with the total that the page showed, in minor units.</summary>
    public const string ShownTotalField = "shown_total";

    private readonly List<FormError> _errors = [];

    private PaymentForm(QueryInput fields)
    {
        Email = Trimmed(fields, "email");
        Name = Trimmed(fields, "name");
        Country = Trimmed(fields, "country").ToUpperInvariant();
        UpiId = Trimmed(fields, "upi_id");
        ShownTotal = int.TryParse(
            fields.Text(ShownTotalField),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var total
        )
            ? total
            : null;
    }

    public string Email { get; }

    public string Name { get; }

    public string Country { get; }

    public string UpiId { get; }

    /// <summary>Gets the total that the page showed, or null if the form does not come from the page.</summary>
    public int? ShownTotal { get; }

    /// <summary>Gets the saved card that the customer chose, or null for another method.</summary>
    public PaymentMethod? Saved { get; private set; }

    public TestCard? Card { get; private set; }

    public string ExpiryMonth { get; private set; } = string.Empty;

    public string ExpiryYear { get; private set; } = string.Empty;

    public IReadOnlyList<FormError> Errors => _errors;

    public static PaymentForm Read(QueryInput fields, PaymentPageModel page, DateTimeOffset now)
    {
        var form = new PaymentForm(fields);
        if (page.AsksForCustomer)
            form.CheckCustomer();

        if (page.AsksForCountry && !Countries.All.Contains(form.Country))
            form.Refuse("country", "Select your country.");

        var chosen = fields.Text("payment_method");
        form.Saved = page.SavedMethods.FirstOrDefault(method =>
            string.Equals(method.Id, chosen, StringComparison.Ordinal)
        );
        if (form.Saved is not null)
            return form;

        if (form.UpiId.Length > 0 && page.OffersUpi)
            form.CheckUpi(page.Country ?? form.Country);
        else if (page.OffersCard)
            form.CheckCard(fields, now);
        else
            form.Refuse("upi_id", "Enter a UPI id.");

        return form;
    }

    /// <summary>Adds a mistake.</summary>
    public void Refuse(string field, string message) => _errors.Add(new FormError(field, message));

    private static string Trimmed(QueryInput fields, string name) => (fields.Text(name) ?? string.Empty).Trim();

    private void CheckCustomer()
    {
        if (!EmailAddress.IsValid(Email))
            Refuse("email", "Enter an e-mail address, for example you@example.com.");

        if (Name.Length == 0)
            Refuse("name", "Enter your name.");
    }

    private void CheckUpi(string country)
    {
        if (UpiId is not (TestUpi.Success or TestUpi.Failure))
            Refuse("upi_id", $"Enter {TestUpi.Success} or {TestUpi.Failure}; the emulator knows no other UPI id.");

        if (country is not "IN")
            Refuse("upi_id", "UPI is for buyers in India.");
    }

    private void CheckCard(QueryInput fields, DateTimeOffset now)
    {
        if (
            TestCard.TryGet(
                Trimmed(fields, "card_number").Replace("-", string.Empty, StringComparison.Ordinal),
                out var card
            )
        )
            Card = card;
        else
            Refuse("card_number", "This is not the number of a test card. The test cards are listed below.");

        CheckExpiry(Trimmed(fields, "card_expiry"), now);
        if (Trimmed(fields, "card_cvc") is not { Length: 3 or 4 } cvc || !cvc.All(char.IsAsciiDigit))
            Refuse("card_cvc", "Enter the three or four digits of the CVC.");
    }

    private void CheckExpiry(string text, DateTimeOffset now)
    {
        var parts = text.Split('/', StringSplitOptions.TrimEntries);
        if (
            parts is not [{ Length: 1 or 2 } month, { Length: 2 or 4 } year]
            || !int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var monthNumber)
            || monthNumber is < 1 or > 12
            || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var yearNumber)
        )
        {
            Refuse("card_expiry", "Enter the expiry as month and year, for example 06/32.");
            return;
        }

        var fullYear = yearNumber < 100 ? 2000 + yearNumber : yearNumber;
        if ((fullYear * 12) + monthNumber < (now.Year * 12) + now.Month)
            Refuse("card_expiry", "The card has expired. Use another card.");

        ExpiryMonth = monthNumber.ToString("D2", CultureInfo.InvariantCulture);
        ExpiryYear = (fullYear % 100).ToString("D2", CultureInfo.InvariantCulture);
    }
}
