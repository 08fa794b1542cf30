using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace DodoUpsell.AspNetCore;

/// <summary>
/// Creates links with which guests withdraw from one contract without a sign-in, for example in the e-mail that confirms
/// an order.
/// </summary>
/// <remarks>
/// The link is encrypted and signed with ASP.NET Core data protection: nodes must share its keys, and the keys must be kept
/// until the last link expires. Whoever has the link can withdraw from the contract and see the name and the contact that
/// were stated for it. With brands, inject it with <c>[FromKeyedServices("brand-a")]</c>.
/// </remarks>
public sealed class WithdrawalLinks
{
    internal const string QueryName = "link";

    private const int MaxTokenLength = 2000;
    private const int MaxContractIdLength = 200;

    private readonly IDataProtector _protector;
    private readonly IDodoClient _dodo;
    private readonly TimeProvider _clock;

    internal WithdrawalLinks(IDataProtectionProvider provider, string? brand, IDodoClient dodo, TimeProvider clock)
    {
        _protector = provider.CreateProtector("DodoUpsell.WithdrawalLink", "v1", brand ?? "");
        (_dodo, _clock) = (dodo, clock);
    }

    /// <summary>Returns the address of the withdrawal page of one contract.</summary>
    /// <param name="page">The absolute address of the withdrawal page, such as
    /// <c>https://shop.example.com/withdraw</c>. Take it from your settings, not from a request.</param>
    /// <param name="contractId">The id of the payment of a purchase, or of the subscription.</param>
    /// <param name="expiresAt">The time at which the link stops working. Leave some time after the withdrawal period, so
    /// that the consumer can still see the acknowledgement.</param>
    /// <exception cref="ArgumentException">The address is not absolute, or the id is blank or too long.</exception>
    public Uri Create(Uri page, string contractId, DateTimeOffset expiresAt)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (!page.IsAbsoluteUri || (page.Scheme != Uri.UriSchemeHttps && page.Scheme != Uri.UriSchemeHttp))
            throw new ArgumentException("The address of the page must be absolute, with http or https.", nameof(page));
        var address = new UriBuilder(page) { Fragment = "" };
        var query = address.Query.TrimStart('?');
        address.Query = (query.Length == 0 ? "" : query + "&") + $"{QueryName}={CreateToken(contractId, expiresAt)}";
        return address.Uri;
    }

    /// <summary>
    /// Returns the value of the query parameter <c>link</c> of the withdrawal page. It needs no further encoding.
    /// </summary>
    /// <param name="contractId">The id of the payment of a purchase, or of the subscription.</param>
    /// <param name="expiresAt">The time at which the link stops working.</param>
    /// <exception cref="ArgumentException">The id is blank or too long.</exception>
    public string CreateToken(string contractId, DateTimeOffset expiresAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contractId);
        if (contractId.Length > MaxContractIdLength)
            throw new ArgumentException($"An id has at most {MaxContractIdLength} characters.", nameof(contractId));
        return _protector.Protect(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{_dodo.Environment}|{expiresAt.ToUnixTimeSeconds()}|{contractId}"
            )
        );
    }

    /// <summary>Returns the id of the contract of a link, or null if it was not created here or has expired.</summary>
    internal string? Read(string? token)
    {
        if (string.IsNullOrEmpty(token) || token.Length > MaxTokenLength)
            return null;
        string[] parts;
        try
        {
            parts = _protector.Unprotect(token).Split('|', 3);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }

        return
            parts is [var environment, var expires, { Length: > 0 } contractId]
            && environment == _dodo.Environment.ToString()
            && long.TryParse(expires, NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds)
            && _clock.GetUtcNow().ToUnixTimeSeconds() < seconds
            ? contractId
            : null;
    }
}
