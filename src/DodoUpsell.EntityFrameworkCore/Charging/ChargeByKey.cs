using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DodoUpsell.EntityFrameworkCore.Charging;

/// <summary>
/// The query of a charge by its key. It is compiled once for each model, because it is executed for each repeated click.
/// </summary>
internal sealed class ChargeByKey
{
    private static readonly ConditionalWeakTable<IModel, ChargeByKey> Known = [];

    private readonly Func<
        DbContext,
        string,
        DodoEnvironment,
        string,
        CancellationToken,
        Task<ChargeRow?>
    > _query = EF.CompileAsyncQuery(
        (DbContext context, string account, DodoEnvironment environment, string key, CancellationToken _) =>
            context
                .Set<ChargeRow>()
                .IgnoreQueryFilters()
                .AsNoTracking()
                .SingleOrDefault(row => row.Account == account && row.Environment == environment && row.Key == key)
    );

    public static ChargeByKey For(DbContext context) => Known.GetValue(context.Model, _ => new ChargeByKey());

    public Task<ChargeRow?> FindAsync(
        DbContext context,
        string account,
        DodoEnvironment environment,
        string key,
        CancellationToken cancellationToken
    ) => _query(context, account, environment, key, cancellationToken);
}
