using Heluo.Registry.Http;
using Heluo.Terminal.Assets;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Pages.Acts;
using Heluo.Terminal.Pages.Archives;
using Heluo.Terminal.Pages.Audit;
using Heluo.Terminal.Pages.Desk;
using Heluo.Terminal.Pages.Drafts;
using Heluo.Terminal.Pages.Home;
using Heluo.Terminal.Pages.Items;
using Heluo.Terminal.Pages.My;
using Heluo.Terminal.Pages.Papers;
using Heluo.Terminal.Pages.SignIn;
using Heluo.Terminal.Pages.Reports;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Terminal;

/// <summary>The doors of the room.</summary>
public static class TerminalModule
{
    /// <summary>The services of the room. It needs the services of the modules whose pages it draws.</summary>
    public static IServiceCollection AddTerminal(this IServiceCollection services, TerminalOptions options)
    {
        services.AddRazorComponents();
        services.AddSingleton(options);
        services.AddSingleton<Visits>();
        services.AddSingleton<ActGrounds>();
        services.AddSingleton<DraftGrounds>();
        services.AddSingleton<DeskCases>();
        services.AddSingleton<Messages>();
        services.AddSingleton<RefusalPage>(Draw.RefusedAsync);
        services.AddSingleton<RefusalSpeech>(Refusals.Speak);
        services.AddSingleton<ArchiveDrawing>();
        services.AddSingleton(house => house.GetRequiredService<ArchiveDrawing>().Ink());
        return services;
    }

    /// <summary>The addresses of the room.</summary>
    public static IEndpointRouteBuilder MapTerminal(this IEndpointRouteBuilder house)
    {
        ArgumentNullException.ThrowIfNull(house);
        foreach (var asset in Asset.All)
        {
            house.MapGet(asset.Href, (HttpContext context) => asset.Answer(context)).Admits(Access.Public)
                .ExcludeFromDescription();
        }

        var pages = house.MapGroup("").ExcludeFromDescription();
        ShowHome.Map(pages);
        ShowSignIn.Map(pages);
        ShowSearch.Map(pages);
        ShowItem.Map(pages);
        BeginApplication.Map(pages);
        ShowMine.Map(pages);
        ShowCase.Map(pages);
        ShowLooks.Map(pages);
        Authorize.Map(pages);
        ShowAct.Map(pages);
        DoAct.Map(pages);
        ShowQuestion.Map(pages);
        AnswerQuestion.Map(pages);
        GiveMaterials.Map(pages);
        SendDraft.Map(pages);
        ShowInbox.Map(pages);
        ShowDeskCase.Map(pages);
        OpenPersonal.Map(pages);
        HandOn.Map(pages);
        CoverLeaves.Map(pages);
        ShowMe.Map(pages);
        ShowAudit.Map(pages);
        Intake.Map(pages);
        Report.Map(pages);
        ShowPaper.Map(pages);
        ShowCheck.Map(pages);
        return house;
    }
}
