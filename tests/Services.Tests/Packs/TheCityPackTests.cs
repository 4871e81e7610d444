using Heluo.Cases;
using Heluo.Packs;
using Heluo.Registry;

namespace Heluo.Services.Tests.Packs;

public class TheCityPackTests
{
    [Fact]
    public void The_demo_city_loads_without_a_fault()
    {
        var reader = new PackReader().WithRegistry().With(
            ProcedureKind.Kind, ItemKind.Kind, DocumentTemplate.Kind).Leniently();
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "packs")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        var reading = reader.Check(Path.Combine(folder, "packs", "zhengzhou"));
        string.Join("\n", reading.Faults.Take(60)).ShouldBe("");
    }
}
