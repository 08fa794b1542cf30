using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DodoUpsell.StoreTests.Support;

/// <summary>Looks at each command before it is executed.</summary>
internal sealed class Watches(Func<DbCommand, Task> look) : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        await look(command);
        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        await look(command);
        return result;
    }
}
