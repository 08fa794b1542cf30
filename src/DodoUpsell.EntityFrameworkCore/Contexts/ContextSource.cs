using System.Transactions;
using DodoUpsell.EntityFrameworkCore.Charging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.EntityFrameworkCore.Contexts;

/// <summary>Provides each operation with its own context, outside the caller's transaction.</summary>
internal abstract class ContextSource
{
    /// <summary>Gets what is known about the keys of the database.</summary>
    public ExactKeys Keys { get; } = new();

    /// <summary>Returns a source that takes contexts from a factory.</summary>
    public static ContextSource From<TContext>(IDbContextFactory<TContext> factory)
        where TContext : DbContext => new FactorySource<TContext>(factory);

    /// <summary>
    /// Returns a source that takes contexts from the app's factory of <typeparamref name="TContext"/>, or from a
    /// service scope if no factory is registered.
    /// </summary>
    public static ContextSource From<TContext>(IServiceScopeFactory scopes)
        where TContext : DbContext => new ScopeSource<TContext>(scopes);

    /// <summary>Runs one operation. When it returns, its changes are committed.</summary>
    /// <exception cref="InvalidOperationException">The context's model does not have the tables.</exception>
    public async Task<T> RunAsync<T>(Func<DbContext, Task<T>> operation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // A claim inside the caller's transaction would not be durable before the charge is sent, and would be lost if
        // that transaction is rolled back.
        using var apart = Transaction.Current is null
            ? null
            : new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        return await WithContextAsync(context => operation(RequireTables(context)), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Runs one operation that writes. On SQLite it is one transaction; elsewhere, each statement is.</summary>
    public Task<T> WriteAsync<T>(Func<DbContext, Task<T>> operation, CancellationToken cancellationToken) =>
        RunAsync(
            context =>
                Provider.IsSqlite(context)
                    ? SqliteTransaction.RunAsync(context, () => operation(context), cancellationToken)
                    : operation(context),
            cancellationToken
        );

    protected abstract Task<T> WithContextAsync<T>(
        Func<DbContext, Task<T>> operation,
        CancellationToken cancellationToken
    );

    private static DbContext RequireTables(DbContext context) =>
        context.Model.FindEntityType(typeof(ChargeRow)) is not null
            ? context
            : throw new InvalidOperationException(
                $"{context.GetType().Name} does not have the tables of DodoUpsell. Call "
                    + $"modelBuilder.UseDodoUpsells() in its OnModelCreating, then add a migration."
            );

    private static async Task<T> UseAndDisposeAsync<T>(DbContext context, Func<DbContext, Task<T>> operation)
    {
        await using (context.ConfigureAwait(false))
            return await operation(context).ConfigureAwait(false);
    }

    private sealed class FactorySource<TContext>(IDbContextFactory<TContext> factory) : ContextSource
        where TContext : DbContext
    {
        protected override async Task<T> WithContextAsync<T>(
            Func<DbContext, Task<T>> operation,
            CancellationToken cancellationToken
        ) =>
            await UseAndDisposeAsync(
                    await factory.CreateDbContextAsync(cancellationToken).ConfigureAwait(false),
                    operation
                )
                .ConfigureAwait(false);
    }

    private sealed class ScopeSource<TContext>(IServiceScopeFactory scopes) : ContextSource
        where TContext : DbContext
    {
        protected override async Task<T> WithContextAsync<T>(
            Func<DbContext, Task<T>> operation,
            CancellationToken cancellationToken
        )
        {
            // The factory may be registered as scoped, so it is resolved inside the scope.
            var scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                return scope.ServiceProvider.GetService<IDbContextFactory<TContext>>() is { } factory
                    ? await UseAndDisposeAsync(
                            await factory.CreateDbContextAsync(cancellationToken).ConfigureAwait(false),
                            operation
                        )
                        .ConfigureAwait(false)
                    : await operation(scope.ServiceProvider.GetRequiredService<TContext>()).ConfigureAwait(false);
            }
        }
    }
}
