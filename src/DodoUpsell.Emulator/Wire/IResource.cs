namespace DodoUpsell.Emulator.Wire;

/// <summary>A group of operations. A new resource is a new class that is added to the engine's list.</summary>
internal interface IResource
{
    void Map(RouteTable routes);
}
