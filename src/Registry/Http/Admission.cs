namespace Heluo.Registry.Http;

/// <summary>Which sorts of caller an endpoint lets in. Nobody is let in who is not named.</summary>
[Flags]
public enum Admission
{
    /// <summary>Nobody. An endpoint that declares this is refused at start-up.</summary>
    None = 0,

    /// <summary>Everybody, signed in or not.</summary>
    Public = 1,

    /// <summary>Natural persons, for themselves or on behalf of a ward or firm.</summary>
    Resident = 2,

    /// <summary>Officers, all of them or those holding one of the named roles.</summary>
    Officer = 4,

    /// <summary>Machines whose API key carries one of the named scopes.</summary>
    Machine = 8,

    /// <summary>The administrator who makes accounts and offices.</summary>
    SystemAdministrator = 16,

    /// <summary>The administrator who grants duties and keys.</summary>
    SecurityAdministrator = 32,

    /// <summary>The administrator who reads the logs.</summary>
    AuditAdministrator = 64,

    /// <summary>Any of the three administrators.</summary>
    AnyAdministrator = SystemAdministrator | SecurityAdministrator | AuditAdministrator,

    /// <summary>Anybody signed in as a human being.</summary>
    SignedIn = Resident | Officer | AnyAdministrator,
}
