using DodoUpsell.ContractTests;
using DodoUpsell.ContractTests.WireMock;
using DodoUpsell.TestKit.Contract;

[assembly: AssemblyFixture(typeof(WireMockServer))]
[assembly: AssemblyFixture(typeof(ContractValidator))]
