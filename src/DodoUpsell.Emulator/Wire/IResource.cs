namespace DodoUpsell.Emulator.Wire;

/// <summary>One group of operations. A new resource is a new class, added to the engine's list.</summary>
internal interface IResource
{
    void Map(RouteTable routes);
}
