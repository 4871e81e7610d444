using Heluo.Packs;
using Heluo.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Services;

/// <summary>The doors of the room.</summary>
public static class ServicesModule
{
    /// <summary>The facts and states of the room.</summary>
    public static FactCatalog AddServices(this FactCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return catalog.AddState<Draft>()
            .Add<DraftBegun>("draft.begun")
            .Add<DraftPlaced>("draft.placed")
            .Add<DraftAnswered>("draft.answered")
            .Add<PaperAttached>("draft.paper_attached")
            .Add<PaperDetached>("draft.paper_detached")
            .Add<DraftSent>("draft.sent")
            .Add<DraftDropped>("draft.dropped");
    }

    /// <summary>The kinds of definitions the room reads from packs.</summary>
    public static PackReader AddServices(this PackReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.With(ItemKind.Kind, DocumentTemplate.Kind, Phrase.Kind)
            .Testing(ItemTest.Tester).Reporting(ItemReport.Section);
    }

    /// <summary>The services of the room. The room that draws brings an <see cref="ArchiveInk"/>.</summary>
    public static IServiceCollection AddServiceNet(this IServiceCollection services)
    {
        services.AddSingleton(ItemKind.Subjects);
        services.AddSingleton<DraftIndex>();
        services.AddSingleton<IFollower>(house => house.GetRequiredService<DraftIndex>());
        services.AddSingleton<DraftLists>();
        services.AddSingleton<DraftDesk>();
        services.AddSingleton<DraftAnswers>();
        services.AddSingleton<Catalogue>();
        services.AddSingleton<DocumentIndex>();
        services.AddSingleton<IFollower>(house => house.GetRequiredService<DocumentIndex>());
        services.AddSingleton(house => KeysOf(house.GetRequiredService<Store>()));
        services.AddSingleton<DocumentPress>();
        services.AddSingleton<ArchiveGathering>();
        services.AddSingleton<ArchivePages>();
        services.AddSingleton<CaseArchives>();
        return services;
    }

    /// <summary>The addresses of the room.</summary>
    public static IEndpointRouteBuilder MapServices(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1");
        ItemEndpoints.Map(api);
        DraftEndpoints.Map(api);
        DocumentEndpoints.Map(api);
        ArchiveEndpoints.Map(api);
        return routes;
    }

    private static DocumentKeys KeysOf(Store store) => DocumentKeys.Open(store.KeysFolder, store.Crypto).Value;
}
