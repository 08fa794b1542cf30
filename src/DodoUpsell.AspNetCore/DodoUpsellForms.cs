using System.Text.Encodings.Web;
using DodoUpsell;
using DodoUpsell.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Writes what a form of a page without script needs to post to the endpoints.</summary>
/// <example><code>
/// &lt;form method="post" action="/upsell/offers/@offer.Id/accept"&gt;
///   @DodoUpsellForms.AcceptFields(HttpContext, offer)
///   &lt;button&gt;@offer.Disclosure.AcceptText&lt;/button&gt;
/// &lt;/form&gt;
/// </code></example>
public static class DodoUpsellForms
{
    internal const string DisclosureField = "disclosureId";

    /// <summary>Returns the hidden fields of a form that accepts an offer: its disclosure, and the antiforgery token.</summary>
    /// <param name="httpContext">The request of the page. Its response gets the antiforgery cookie.</param>
    /// <param name="offer">The offer that the page shows.</param>
    public static HtmlString AcceptFields(HttpContext httpContext, Offer offer)
    {
        ArgumentNullException.ThrowIfNull(offer);
        return new(Field(DisclosureField, offer.Disclosure.Id) + TokenField(httpContext));
    }

    /// <summary>Returns the hidden field of any other form for the endpoints: the antiforgery token.</summary>
    /// <param name="httpContext">The request of the page. Its response gets the antiforgery cookie.</param>
    public static HtmlString TokenField(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var tokens = httpContext.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(httpContext);
        return new(Field(tokens.FormFieldName, tokens.RequestToken));
    }

    private static string Field(string name, string? value) =>
        $"<input type=\"hidden\" name=\"{HtmlEncoder.Default.Encode(name)}\" "
        + $"value=\"{HtmlEncoder.Default.Encode(value ?? "")}\">";
}
