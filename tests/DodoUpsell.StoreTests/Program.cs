using DodoUpsell.StoreTests.Support;
using Xunit.Runner.InProc.SystemConsole;

// The tests start this program again, as a process that can be killed.
return args is [ClaimingProcess.Option, var connectionString, var account, var count]
    ? await ClaimingProcess.RunAsync(connectionString, account, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture))
    : await ConsoleRunner.Run(args);
