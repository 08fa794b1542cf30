using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Dashboard.Brands;

/// <summary>The services of one brand.</summary>
internal sealed class Brand(IServiceProvider services, string? key)
{
    /// <summary>Gets the service key, or null for the registration without one.</summary>
    public string? Key => key;

    /// <summary>Gets the name that operators see.</summary>
    public string Name => key ?? "Default";

    public IDodoClient Dodo => Of<IDodoClient>();

    public DodoEnvironment Environment => Dodo.Environment;

    public IChargeLedger Ledger => Of<IChargeLedger>();

    public IChargeSettlements Settlements => Of<IChargeSettlements>();

    public IWebhookInbox Inbox => Of<IWebhookInbox>();

    public IOperatorLog Log => Of<IOperatorLog>();

    /// <summary>Gets the flow of offers, or null if the brand has no offers.</summary>
    public IOfferFlow? Offers => Optional<IOfferFlow>();

    public IOfferReports? Reports => Optional<IOfferReports>();

    public IOfferStore? OfferStore => Optional<IOfferStore>();

    public IConsentReceipts? Receipts => Optional<IConsentReceipts>();

    /// <summary>Gets the flow of withdrawals, or null if the brand lets nobody withdraw.</summary>
    public IWithdrawalFlow? WithdrawalFlow => Optional<IWithdrawalFlow>();

    /// <summary>Gets the withdrawals, or null if the brand lets nobody withdraw.</summary>
    /// <remarks>A database brings the store along, so it alone says nothing.</remarks>
    public IWithdrawalStore? Withdrawals => WithdrawalFlow is null ? null : Optional<IWithdrawalStore>();

    private T Of<T>()
        where T : notnull => key is null ? services.GetRequiredService<T>() : services.GetRequiredKeyedService<T>(key);

    private T? Optional<T>()
        where T : class => key is null ? services.GetService<T>() : services.GetKeyedService<T>(key);
}

/// <summary>The brands that are registered, in the order of their registration.</summary>
internal sealed class BrandList(IServiceProvider services)
{
    public IReadOnlyList<Brand> All { get; } =
    [.. services.GetServices<DodoUpsellBrand>().Distinct().Select(brand => new Brand(services, brand.ServiceKey))];

    /// <summary>Returns the brand of a request, or null if there is no such brand.</summary>
    /// <param name="name">The service key, or null for the first brand.</param>
    public Brand? Find(string? name) =>
        name is null ? All[0] : All.FirstOrDefault(brand => string.Equals(brand.Key, name, StringComparison.Ordinal));
}
