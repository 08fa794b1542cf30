using System.Globalization;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Payments;

/// <summary>Invoices as PDF. The API requires no key here: the payment's id is enough to read its invoice.</summary>
internal sealed class InvoicesResource(EmulatorState state) : IResource
{
    public void Map(RouteTable routes) =>
        routes.Map("GET", "/invoices/payments/{payment_id}", Download, RouteAccess.Anyone);

    private WireResponse Download(RouteCall call)
    {
        var payment = state.Payments.Get(call.Path("payment_id"));
        if (payment.InvoiceId is null)
            throw ApiException.NotFound($"the invoice of payment `{payment.Id}`");

        return new WireResponse(
            200,
            "application/pdf",
            PdfDocument.OnePage([
                $"Invoice {payment.InvoiceId}",
                $"Payment {payment.Id}",
                $"Date {payment.CreatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
                $"Customer {payment.Customer.Name} ({payment.Customer.Email})",
                .. payment.Cart.Lines.Select(line =>
                    $"{line.Quantity} x {line.Product.Name}: {line.DueNow.Total} {payment.Cart.Currency}"
                ),
                $"Total {payment.Cart.Total} {payment.Cart.Currency} (minor units)",
            ])
        );
    }
}
