using Heluo.Kernel;
using Heluo.Registry.Http;
using Heluo.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Registry;

/// <summary>The two doors by which the house opens the room.</summary>
public static class RegistryModule
{
    /// <summary>
    /// Adds who is who: needs <see cref="Store"/>, <see cref="Desk"/>, <see cref="City"/>, <see cref="Tags"/>,
    /// <see cref="SignInOptions"/>, <see cref="Ids"/> and the clock to be registered. The desk's contexts must hold
    /// <see cref="City"/> and <see cref="SignInOptions"/> (<see cref="WithRegistry"/>). After the store is open, call
    /// <see cref="FollowRegistryAsync"/>.
    /// </summary>
    public static IServiceCollection AddRegistry(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton(new Secrets());
        services.AddSingleton<SessionPulse>();
        services.AddSingleton<People>();
        services.AddSingleton<Actors>();
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<SignInDesk>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<AdmitResident>();
        services.AddSingleton<FirstAdministrator>();
        services.AddSingleton<PersonalData>();
        services.AddSingleton<Looks>();
        services.AddSingleton<LookAudit>();
        services.AddSingleton<LookTable>();
        services.AddSingleton(static house => new Forgetting(house.GetRequiredService<Store>().Vault));
        services.AddSingleton<Naming>();
        services.AddSingleton<Colleagues>();
        services.AddSingleton<Mandates>();
        services.AddSingleton<Leaves>();
        services.AddSingleton<WindowDesk>();
        services.AddSingleton<AuthorizationIndex>();
        services.AddSingleton<AccountIndex>();
        services.AddSingleton<OfficerRoll>();
        services.AddSingleton<KeyRoll>();
        services.AddSingleton<RequestActor>();
        services.AddSingleton<ActorOf>(static house => house.GetRequiredService<RequestActor>().OfAsync);
        services.AddAuthentication(SessionClaims.Scheme).AddCookie(SessionClaims.Scheme);
        services.AddOptions<CookieAuthenticationOptions>(SessionClaims.Scheme)
            .Configure<SignInOptions, TimeProvider>(Cookie);
        services.ConfigureHttpJsonOptions(static json => WireJson.AddTo(json.SerializerOptions));
        return services;
    }

    /// <summary>The contexts that the registry's rules consult.</summary>
    public static Contexts WithRegistry(this Contexts contexts, City city, SignInOptions options)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        return contexts.With(city).With(options);
    }

    /// <summary>Fills the room's lists from the store and lets them follow it.</summary>
    public static async Task FollowRegistryAsync(this IServiceProvider house)
    {
        var store = house.GetRequiredService<Store>();
        await store.FollowAsync(house.GetRequiredService<AuthorizationIndex>());
        await store.FollowAsync(house.GetRequiredService<AccountIndex>());
        await store.FollowAsync(house.GetRequiredService<OfficerRoll>());
        await store.FollowAsync(house.GetRequiredService<KeyRoll>());
        await store.FollowAsync(house.GetRequiredService<Forgetting>());
    }

    /// <summary>Maps the room's endpoints under <c>/api/v1</c>.</summary>
    public static void MapRegistry(this IEndpointRouteBuilder house)
    {
        ArgumentNullException.ThrowIfNull(house);
        var api = house.MapGroup("/api/v1");
        MeEndpoints.Map(api);
        PersonEndpoints.Map(api);
        AuthorizationEndpoints.Map(api);
        PlaceEndpoints.Map(api);
        OfficerEndpoints.Map(api);
        AccountEndpoints.Map(api);
        KeyEndpoints.Map(api);
        LookEndpoints.Map(api);
        GrantEndpoints.Map(api);
    }

    private static void Cookie(CookieAuthenticationOptions cookie, SignInOptions options, TimeProvider clock)
    {
        cookie.Cookie.Name = SessionClaims.Scheme;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromMinutes(options.IdleMinutes);
        cookie.SlidingExpiration = true;
        cookie.TimeProvider = clock;
        cookie.LoginPath = "/sign-in";
        cookie.LogoutPath = "/sign-out";
        cookie.ReturnUrlParameter = "to";
    }
}
