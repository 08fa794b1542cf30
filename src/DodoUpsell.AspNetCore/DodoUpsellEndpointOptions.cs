namespace DodoUpsell.AspNetCore;

/// <summary>Represents the options of the endpoints of one brand.</summary>
/// <remarks>
/// All paths are your app's own: they begin with one <c>/</c>, the path base is put before them, and <c>{id}</c> stands
/// for the id of the offer or the quote. Nothing of a request becomes an address.
/// </remarks>
public sealed class DodoUpsellEndpointOptions
{
    /// <summary>
    /// Gets the origins besides the app's own whose pages may change something, such as <c>https://app.example.com</c>.
    /// Empty by default.
    /// </summary>
    /// <remarks>Browsers of those pages also need a CORS policy of your app.</remarks>
    public ICollection<string> TrustedOrigins { get; } = new List<string>();

    /// <summary>
    /// Gets or sets the scheme and host of your app, such as <c>https://shop.example.com</c>, for the address to which
    /// customers return from a payment page. Set it in production.
    /// </summary>
    /// <value>The default is null: the scheme and host of the request.</value>
    public string? PublicOrigin { get; set; }

    /// <summary>
    /// Gets or sets the path of the page that shows the outcome of an accepted offer. A form that accepts is redirected
    /// there, and customers return there from a payment page.
    /// </summary>
    /// <value>The default is <c>/</c>.</value>
    public string OfferAcceptedPath { get; set; } = "/";

    /// <summary>
    /// Gets or sets the path of the page to which a form that declines is redirected. If the page shows the open offer
    /// of the user, it shows the downsell.
    /// </summary>
    /// <value>The default is <c>/</c>.</value>
    public string OfferDeclinedPath { get; set; } = "/";

    /// <summary>Gets or sets the path of the page that shows a quote, to which a form that asks for one is redirected.</summary>
    /// <value>The default is <c>/</c>.</value>
    public string QuotePath { get; set; } = "/";

    /// <summary>
    /// Gets or sets the path of the page that shows a changed plan, to which a form that confirms a quote is redirected.
    /// </summary>
    /// <value>The default is <c>/</c>.</value>
    public string QuoteConfirmedPath { get; set; } = "/";

    /// <summary>
    /// Gets the product ids of the plans that customers may change to. Empty by default, so that nobody can choose a
    /// plan that you do not sell.
    /// </summary>
    public ICollection<string> Plans { get; } = new List<string>();

    /// <summary>
    /// Gets or sets a function that completes a customer's wish before it is quoted, such as with the proration mode, or
    /// returns null to refuse it.
    /// </summary>
    /// <value>The default is null: wishes are quoted as they are.</value>
    public Func<PlanChangeRequest, PlanChangeRequest?>? ReviewPlanChange { get; set; }

    /// <summary>
    /// Gets or sets the maximum number of unconfirmed quotes that are kept for one user. The oldest ones make room.
    /// </summary>
    /// <value>The default is 20. Must be between 1 and 1000.</value>
    public int MaxQuotesPerSubject { get; set; } = 20;
}
