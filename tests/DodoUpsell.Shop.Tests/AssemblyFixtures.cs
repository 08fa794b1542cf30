using DodoUpsell.BrowserKit;

[assembly: AssemblyFixture(typeof(RealBrowser))]
