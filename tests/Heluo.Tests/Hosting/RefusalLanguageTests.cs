using System.Net;
using System.Text.Json;
using Heluo.Hosting;

namespace Heluo.Tests;

public sealed class RefusalLanguageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private const string Chinese = "请先登录";
    private const string English = "Please sign in";

    private static readonly (string? Accepts, string Language, string Says)[] Callers =
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh", Chinese),
        ("en-GB,en;q=0.9", "en", English),
        ("zh;q=0.2,en;q=0.8", "en", English),
        ("en;q=0,*", "zh", Chinese),
        ("tlh", "zh", Chinese),
        (";;q=", "zh", Chinese),
        (null, "zh", Chinese),
    ];

    [Fact]
    public async Task A_problem_speaks_the_language_its_caller_accepts()
    {
        await using var house = await LiveHouse.StartAsync(HouseMode.Demo);
        foreach (var (accepts, language, says) in Callers)
        {
            await SpeaksAsync(house, accepts, language, says);
        }

        (await ProblemAsync(await AskAsync(house, "/api/v1/nowhere", "zh"))).GetProperty("detail").GetString()!
            .ShouldStartWith("没有这个页面");
    }

    private static async Task SpeaksAsync(LiveHouse house, string? accepts, string language, string says)
    {
        using var answer = await AskAsync(house, "/api/v1/me", accepts);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentLanguage.ShouldBe([language]);
        answer.Headers.Vary.ShouldContain("Accept-Language");
        var problem = await ProblemAsync(answer);
        problem.GetProperty("detail").GetString()!.ShouldStartWith(says);
        problem.GetProperty("title").GetString().ShouldBe("Sign in first.", "the title is for logs and stays as it is");
        problem.GetProperty("code").GetString().ShouldBe("access.sign_in_needed");
    }

    private static Task<HttpResponseMessage> AskAsync(LiveHouse house, string path, string? accepts)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (accepts is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", accepts);
        }

        return house.Client.SendAsync(request, Ct);
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer)
    {
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement;
    }
}
