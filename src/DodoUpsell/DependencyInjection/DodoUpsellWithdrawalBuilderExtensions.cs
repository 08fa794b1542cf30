using System.Diagnostics.CodeAnalysis;
using DodoUpsell;
using DodoUpsell.DependencyInjection;
using DodoUpsell.Withdrawals;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers withdrawals: <c>services.AddDodoUpsells(…).AddWithdrawals()</c>.</summary>
public static class DodoUpsellWithdrawalBuilderExtensions
{
    /// <summary>
    /// Registers <see cref="IWithdrawalFlow"/> with an in-memory <see cref="IWithdrawalStore"/> and a background worker.
    /// </summary>
    /// <remarks>
    /// <c>UseEntityFrameworkStore</c> replaces the store. Calling the method again adds to the options but registers
    /// nothing twice. Invalid options prevent the start of the host.
    /// </remarks>
    /// <param name="builder">The builder returned by <c>AddDodoUpsells</c>.</param>
    /// <param name="configure">A delegate that sets options, or null for the defaults.</param>
    public static DodoUpsellBuilder AddWithdrawals(
        this DodoUpsellBuilder builder,
        Action<WithdrawalOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        WithdrawalRegistration.Add(builder.Services, builder.ServiceKey);
        if (configure is not null)
            builder.Services.Configure(builder.ServiceKey ?? Options.Options.DefaultName, configure);
        return builder;
    }

    /// <summary>Registers the class that decides about refunds and cancellations. The last registration is used.</summary>
    /// <remarks>A new instance is created for each decision, in a scope of its own.</remarks>
    public static DodoUpsellBuilder AddWithdrawalPolicy<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TPolicy
    >(this DodoUpsellBuilder builder)
        where TPolicy : class, IWithdrawalPolicy
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.ServiceKey is { } brand)
            builder.Services.AddKeyedScoped<IWithdrawalPolicy, TPolicy>(brand);
        else
            builder.Services.AddScoped<IWithdrawalPolicy, TPolicy>();
        return builder;
    }

    /// <summary>Registers a class that is told about withdrawals, for example to send the acknowledgement.</summary>
    /// <remarks>
    /// A new instance is created for each notice, in a scope of its own. It is called as described at
    /// <see cref="IWithdrawalHandler"/>.
    /// </remarks>
    public static DodoUpsellBuilder AddWithdrawalHandler<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler
    >(this DodoUpsellBuilder builder)
        where THandler : class, IWithdrawalHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(
            builder.ServiceKey is { } brand
                ? ServiceDescriptor.KeyedScoped<IWithdrawalHandler, THandler>(brand)
                : ServiceDescriptor.Scoped<IWithdrawalHandler, THandler>()
        );
        return builder;
    }

    /// <summary>Registers a delegate that is told about withdrawals, for example to send the acknowledgement.</summary>
    /// <remarks>
    /// It is called as described at <see cref="IWithdrawalHandler"/>. Use <c>AddWithdrawalHandler</c> for a handler that
    /// needs services.
    /// </remarks>
    /// <param name="builder">The builder returned by <c>AddDodoUpsells</c>.</param>
    /// <param name="handle">Handles a notice.</param>
    public static DodoUpsellBuilder OnWithdrawal(
        this DodoUpsellBuilder builder,
        Func<WithdrawalNotice, Withdrawal, CancellationToken, Task> handle
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(handle);
        var handler = new DelegateWithdrawalHandler(handle);
        if (builder.ServiceKey is { } brand)
            builder.Services.AddKeyedSingleton<IWithdrawalHandler>(brand, handler);
        else
            builder.Services.AddSingleton<IWithdrawalHandler>(handler);
        return builder;
    }
}
