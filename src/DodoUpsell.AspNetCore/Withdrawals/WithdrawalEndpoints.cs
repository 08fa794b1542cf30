using DodoUpsell.AspNetCore.Outcomes;
using DodoUpsell.AspNetCore.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DodoUpsell.AspNetCore.Withdrawals;

/// <summary>
/// The endpoints of withdrawals: the contracts, the statement, its confirmation and the acknowledgement. Each answers with
/// JSON or with a page that needs no script.
/// </summary>
internal sealed class WithdrawalEndpoints(string? brand)
{
    private const int MaxBodyBytes = 8192;

    private readonly Endpoints _endpoints = new(brand);

    public void Map(RouteGroupBuilder group)
    {
        group.AddEndpointFilter(new WithdrawalPageFilter(brand));
        group
            // The second parameter makes it a handler whose result is written.
            .MapGet("/", (HttpContext http, CancellationToken _) => ShowAsync(http))
            .Named("ShowContracts", brand, "Returns the contracts that can be withdrawn from.")
            .ProducesProblems()
            .Produces<ContractsResponse>()
            .AddEndpointFilter(new WithdrawalAccessFilter(brand));
        group
            .MapPost("/", (HttpContext http, CancellationToken _) => StateAsync(http))
            .Named("StateWithdrawal", brand, "States a withdrawal. It has no effect until it is confirmed.")
            .ProducesProblems()
            .Takes<WithdrawalBody>()
            .Produces<WithdrawalResponse>()
            .AddEndpointFilter(new StateChangeFilter(brand, MaxBodyBytes))
            .AddEndpointFilter(new WithdrawalAccessFilter(brand));
        group
            .MapGet("/{id}", (string id, HttpContext http) => FindAsync(id, http))
            .Named("FindWithdrawal", brand, "Returns a withdrawal with its acknowledgement.")
            .ProducesProblems()
            .Produces<WithdrawalResponse>()
            .AddEndpointFilter(new WithdrawalAccessFilter(brand));
        group
            .MapGet("/{id}/text", (string id, HttpContext http) => DownloadAsync(id, http))
            .Named(
                "DownloadAcknowledgement",
                brand,
                "Returns the acknowledgement of a confirmed withdrawal as a text file."
            )
            .ProducesProblems()
            .Produces<string>(StatusCodes.Status200OK, "text/plain")
            .AddEndpointFilter(new WithdrawalAccessFilter(brand));
        group
            .MapPost("/{id}/confirm", (string id, HttpContext http) => ConfirmAsync(id, http))
            .Named(
                "ConfirmWithdrawal",
                brand,
                "Confirms a withdrawal. A repeated call returns the same acknowledgement."
            )
            .ProducesProblems()
            .Takes<object>()
            .Produces<WithdrawalResponse>()
            .AddEndpointFilter(new StateChangeFilter(brand, MaxBodyBytes))
            .AddEndpointFilter(new WithdrawalAccessFilter(brand));
    }

    private async Task<IResult> ShowAsync(HttpContext http)
    {
        var (request, stop) = (WithdrawalRequest.Of(http), http.RequestAborted);
        var chosen = request.Access.ContractId ?? (http.Request.Query["contract"] is [{ } one] ? one : null);
        if (chosen is null)
        {
            var contracts = await Flow(http).ListContractsAsync(request.Access.Subject!, stop).ConfigureAwait(false);
            return WithdrawalRequest.WantsPage(http)
                ? WithdrawalPages.Of(http, brand).Contracts(contracts)
                : TypedResults.Json(ContractsResponse.Of(contracts), WithdrawalJsonContext.Default.ContractsResponse);
        }

        if (
            !Ids.IsId(chosen)
            || await Flow(http).FindContractAsync(request.Access, chosen, stop).ConfigureAwait(false)
                is not { } contract
        )
            return Problems.NotFound();
        if (!WithdrawalRequest.WantsPage(http))
            return TypedResults.Json(ContractsResponse.Of([contract]), WithdrawalJsonContext.Default.ContractsResponse);
        return contract.WithdrawalId is { } withdrawn
            ? new SeeOther(request.Address($"{WithdrawalRequest.BaseOf(http, 0)}/{Uri.EscapeDataString(withdrawn)}"))
            : WithdrawalPages.Of(http, brand).Form(contract, chosen);
    }

    private async Task<IResult> StateAsync(HttpContext http)
    {
        var (request, stop) = (WithdrawalRequest.Of(http), Endpoints.StopOf(http));
        var body = RequestBody.Of(http);
        var read = body.IsForm
            ? new WithdrawalBody
            {
                ContractId = body.Field("contractId"),
                Name = body.Field("name"),
                Contact = body.Field("contact"),
            }
            : body.Read(WithdrawalJsonContext.Default.WithdrawalBody);
        var contractId = request.Access.ContractId ?? read?.ContractId;
        if (read is null || !Ids.IsId(contractId))
            return Problems.Invalid("Send {\"contractId\": \"…\", \"name\": \"…\", \"contact\": \"…\"}.");
        Withdrawal? stated;
        try
        {
            stated = await Flow(http)
                .StateAsync(
                    new StateWithdrawalRequest
                    {
                        Access = request.Access,
                        ContractId = contractId!,
                        Name = read.Name ?? "",
                        Contact = read.Contact ?? "",
                        Culture = WithdrawalRequest.CultureOf(http),
                    },
                    stop
                )
                .ConfigureAwait(false);
        }
        catch (ArgumentException)
        {
            return await InvalidAsync(http, read, contractId!).ConfigureAwait(false);
        }

        return stated is null ? Problems.NotFound() : Answer(http, stated, 0);
    }

    // The form is shown again with what was typed, once the caller has proved that the contract is theirs.
    private async Task<IResult> InvalidAsync(HttpContext http, WithdrawalBody read, string contractId)
    {
        var problem = Problems.Invalid("The name or the contact is missing, too long or has line breaks.");
        if (!WithdrawalRequest.WantsPage(http))
            return problem;
        var contract = await Flow(http)
            .FindContractAsync(WithdrawalRequest.Of(http).Access, contractId, http.RequestAborted)
            .ConfigureAwait(false);
        return contract is null
            ? Problems.NotFound()
            : WithdrawalPages.Of(http, brand).Form(contract, contractId, read);
    }

    private async Task<IResult> ConfirmAsync(string id, HttpContext http) =>
        Ids.IsId(id)
        && await Flow(http)
            .ConfirmAsync(WithdrawalRequest.Of(http).Access, id, Endpoints.StopOf(http))
            .ConfigureAwait(false)
            is { } confirmed
            ? Answer(http, confirmed, 2)
            : Problems.NotFound();

    private async Task<IResult> FindAsync(string id, HttpContext http)
    {
        if (await WithdrawalAsync(id, http).ConfigureAwait(false) is not { } withdrawal)
            return Problems.NotFound();
        return WithdrawalRequest.WantsPage(http) ? WithdrawalPages.Of(http, brand).Show(withdrawal) : Json(withdrawal);
    }

    private async Task<IResult> DownloadAsync(string id, HttpContext http)
    {
        if (await WithdrawalAsync(id, http).ConfigureAwait(false) is not { Acknowledgement: { } text } withdrawal)
            return Problems.NotFound();
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{withdrawal.Id}.txt\"";
        return TypedResults.Text(text, "text/plain; charset=utf-8");
    }

    private async Task<Withdrawal?> WithdrawalAsync(string id, HttpContext http) =>
        Ids.IsId(id)
            ? await Flow(http)
                .FindAsync(WithdrawalRequest.Of(http).Access, id, http.RequestAborted)
                .ConfigureAwait(false)
            : null;

    private static IResult Answer(HttpContext http, Withdrawal withdrawal, int segments) =>
        RequestBody.Of(http).IsForm
            ? new SeeOther(
                WithdrawalRequest
                    .Of(http)
                    .Address($"{WithdrawalRequest.BaseOf(http, segments)}/{Uri.EscapeDataString(withdrawal.Id)}")
            )
            : Json(withdrawal);

    private static JsonHttpResult<WithdrawalResponse> Json(Withdrawal withdrawal) =>
        TypedResults.Json(WithdrawalResponse.Of(withdrawal), WithdrawalJsonContext.Default.WithdrawalResponse);

    private IWithdrawalFlow Flow(HttpContext http) => _endpoints.Service<IWithdrawalFlow>(http);
}
