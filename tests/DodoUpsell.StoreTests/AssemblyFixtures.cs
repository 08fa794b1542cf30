using DodoUpsell.StoreTests.Support;

[assembly: AssemblyFixture(typeof(PostgresDatabases))]
