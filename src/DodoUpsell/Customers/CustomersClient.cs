using DodoUpsell.Http;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

internal sealed class CustomersClient(Transport transport) : ICustomersClient
{
    public AsyncPageable<Customer> ListAsync(
        ListCustomersRequest? request = null,
        CancellationToken cancellationToken = default
    )
    {
        request ??= new();
        request.Validate();
        var filters = new QueryString()
            .Add("email", request.Email)
            .Add("name", request.Name)
            .Add("created_at_gte", request.CreatedFrom)
            .Add("created_at_lte", request.CreatedTo);
        return transport.List(
            Operations.Customers.List,
            Operations.Customers.List.Route,
            filters,
            request.PageSize,
            CustomerJson.ReadList,
            cancellationToken
        );
    }

    public Task<Customer> CreateAsync(CreateCustomerRequest request, CancellationToken cancellationToken = default)
    {
        Check.NotNull(request, nameof(request)).Validate();
        return transport.SendAsync(
            Operations.Customers.Create,
            Operations.Customers.Create.Route,
            request,
            CreateCustomerRequestJson.WriteMembers,
            CustomerJson.Read,
            cancellationToken
        );
    }

    public Task<Customer> GetAsync(string customerId, CancellationToken cancellationToken = default) =>
        transport.SendAsync(
            Operations.Customers.Find,
            Operations.Customers.Find.Path(customerId),
            CustomerJson.Read,
            cancellationToken
        );

    public Task<Customer> UpdateAsync(
        string customerId,
        UpdateCustomerRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Check.NotNull(request, nameof(request)).Validate();
        return transport.SendAsync(
            Operations.Customers.Update,
            Operations.Customers.Update.Path(customerId),
            request,
            UpdateCustomerRequestJson.WriteMembers,
            CustomerJson.Read,
            cancellationToken
        );
    }

    public Task<ListResponse<SavedPaymentMethod>> ListPaymentMethodsAsync(
        string customerId,
        CancellationToken cancellationToken = default
    ) =>
        transport.SendAsync(
            Operations.Customers.ListPaymentMethods,
            Operations.Customers.ListPaymentMethods.Path(customerId),
            SavedPaymentMethodJson.ReadList,
            cancellationToken
        );

    public Task DeletePaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    ) =>
        transport.SendAsync(
            Operations.Customers.DeletePaymentMethod,
            Operations.Customers.DeletePaymentMethod.Path(customerId, paymentMethodId),
            cancellationToken
        );

    public Task<CustomerPortalSession> CreatePortalSessionAsync(
        string customerId,
        CreatePortalSessionRequest? request = null,
        CancellationToken cancellationToken = default
    )
    {
        request ??= new();
        request.Validate();
        var operation =
            request.SendEmail == true
                ? Operations.Customers.CreatePortalSessionByEmail
                : Operations.Customers.CreatePortalSession;
        var query = new QueryString().Add("send_email", request.SendEmail).Add("return_url", request.ReturnUrl);
        return transport.SendAsync(
            operation,
            operation.Path(customerId) + query,
            CustomerPortalSessionJson.Read,
            cancellationToken
        );
    }

    public Task<ListResponse<CustomerCreditEntitlement>> ListCreditEntitlementsAsync(
        string customerId,
        CancellationToken cancellationToken = default
    ) =>
        transport.SendAsync(
            Operations.Customers.ListCreditEntitlements,
            Operations.Customers.ListCreditEntitlements.Path(customerId),
            CustomerCreditEntitlementJson.ReadList,
            cancellationToken
        );

    public Task<ListResponse<CustomerEntitlement>> ListEntitlementsAsync(
        string customerId,
        CancellationToken cancellationToken = default
    ) =>
        transport.SendAsync(
            Operations.Customers.ListEntitlements,
            Operations.Customers.ListEntitlements.Path(customerId),
            CustomerEntitlementJson.ReadList,
            cancellationToken
        );

    public AsyncPageable<EntitlementGrant> ListEntitlementGrantsAsync(
        string customerId,
        ListEntitlementGrantsRequest? request = null,
        CancellationToken cancellationToken = default
    )
    {
        request ??= new();
        request.Validate();
        var filters = new QueryString().Add("status", request.Status).Add("integration_type", request.IntegrationType);
        return transport.List(
            Operations.Customers.ListEntitlementGrants,
            Operations.Customers.ListEntitlementGrants.Path(customerId),
            filters,
            request.PageSize,
            EntitlementGrantJson.ReadList,
            cancellationToken
        );
    }

    public Task<CustomerWallets> ListWalletsAsync(string customerId, CancellationToken cancellationToken = default) =>
        transport.SendAsync(
            Operations.Customers.ListWallets,
            Operations.Customers.ListWallets.Path(customerId),
            CustomerWalletsJson.Read,
            cancellationToken
        );

    public AsyncPageable<WalletLedgerEntry> ListWalletLedgerEntriesAsync(
        string customerId,
        ListWalletLedgerEntriesRequest? request = null,
        CancellationToken cancellationToken = default
    )
    {
        request ??= new();
        request.Validate();
        var filters = new QueryString().Add("currency", request.Currency);
        return transport.List(
            Operations.Customers.ListWalletLedgerEntries,
            Operations.Customers.ListWalletLedgerEntries.Path(customerId),
            filters,
            request.PageSize,
            WalletLedgerEntryJson.ReadList,
            cancellationToken
        );
    }

    public Task<CustomerWallet> CreateWalletLedgerEntryAsync(
        string customerId,
        CreateWalletLedgerEntryRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Check.NotNull(request, nameof(request)).Validate();
        var operation = request.IdempotencyKey is null
            ? Operations.Customers.CreateWalletLedgerEntry
            : Operations.Customers.CreateKeyedWalletLedgerEntry;
        return transport.SendAsync(
            operation,
            Operations.Customers.CreateWalletLedgerEntry.Path(customerId),
            request,
            CreateWalletLedgerEntryRequestJson.WriteMembers,
            CustomerWalletJson.Read,
            cancellationToken
        );
    }
}
