using DodoUpsell.StoreTests.Support;

[assembly: AssemblyFixture(typeof(PostgresDatabases))]
[assembly: AssemblyFixture(typeof(SqliteDatabases))]
