using Heluo.Services;
using Heluo.Terminal.Pages.Items;
using Heluo.Terminal.Speaking;
using MaterialView = Heluo.Terminal.Pages.Items.MaterialView;

namespace Heluo.Terminal.Showing;

/// <summary>Says what a material is, whether it is needed, and in which form.</summary>
internal static class MaterialTexts
{
    /// <summary>A material as a guide or an application shows it.</summary>
    public static MaterialView Of(Material material, Visit visit)
    {
        var words = visit.Words;
        var forms = string.Join(words["list.comma"], material.Forms.Select(form => words.Find($"form.{form}") ?? form));
        var source = words[$"source.{Name(material.Source)}"];
        return new(visit.Say(material.Rule.Name), words[$"need.{Name(material.Need)}"], words.Say(
            "material.about", ("forms", forms), ("copies", material.Copies), ("source", source)))
        {
            Accept = string.Join(',', material.Rule.Accepts.Select(kind => $".{kind}")),
            Kinds = string.Join(words["list.comma"], material.Rule.Accepts.Select(kind => kind.ToUpperInvariant())),
            Required = material.Need == MaterialNeed.Required,
            Sample = material.Sample is { } sample ? visit.Say(sample) : null,
        };
    }

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
