using System.CommandLine;
using DodoUpsell;
using DodoUpsell.Emulator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PostPurchaseUpsell;
using Samples;

// Three customers have bought a course and are offered its e-book. Everything runs on the embedded emulator.
//   dotnet run --project samples/PostPurchaseUpsell -- --explain               why each rule is or is not offered
//   dotnet run --project samples/PostPurchaseUpsell -- --database offers.db    kept in SQLite: run it twice
var explain = new Option<bool>("--explain") { Description = "Print for every rule why it is or is not offered." };
var database = new Option<FileInfo?>("--database") { Description = "An SQLite file that keeps offers and charges." };
var command = new RootCommand("Offers an e-book right after the purchase of a course.") { explain, database };

return await SampleCommand.RunAsync(
    command,
    args,
    async (arguments, console, cancellationToken) =>
    {
        // The emulator takes the place of the API: no account, no network, no real money.
        var emulator = new DodoEmulator(new DodoEmulatorOptions { TimeSource = TimeProvider.System });
        var builder = new ServiceCollection().AddDodoUpsells(options =>
            (options.ApiKey, options.Environment) = ("emulator", DodoEnvironment.Test)
        );
        builder.HttpClient.ConfigurePrimaryHttpMessageHandler(emulator.CreateHandler);
        builder.AddOffers(Shop.AddOffers);
        if (arguments.GetValue(database) is { } file)
            builder.UseEntityFrameworkStore(options => options.UseSqlite($"Data Source={file.FullName}"));
        await using var provider = builder.Services.BuildServiceProvider();
        if (provider.GetService<DodoUpsellDbContext>() is { } context)
            await context.Database.EnsureCreatedAsync(cancellationToken);

        var (dodo, flow) = (provider.GetRequiredService<IDodoClient>(), provider.GetRequiredService<IOfferFlow>());
        await new Shop(dodo, flow, emulator, console) { Explains = arguments.GetValue(explain) }.RunAsync();
        return 0;
    }
);
