package io.feverline.look;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Keeps the language that somebody chose. */
@Path("/look/language")
@PermitAll
public class LanguageResource {
    private static final int A_YEAR = (int) Duration.ofDays(365).toSeconds();

    /** Back to the page that it was chosen on. */
    @GET
    @Operation(hidden = true)
    public Response choose(@QueryParam("to") @Nullable String to, @QueryParam("back") @Nullable String back) {
        var cookie = new NewCookie.Builder(Viewer.LANGUAGE)
                .value(Language.of(to).orElse(Language.CHINESE).tag())
                .path("/")
                .maxAge(A_YEAR)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
        return Response.seeOther(URI.create(isHere(back) ? back : "/"))
                .cookie(cookie)
                .build();
    }

    /** Only a path of this server: else a link could lead elsewhere in our name. */
    private static boolean isHere(@Nullable String back) {
        return back != null && back.matches("/([A-Za-z0-9_.-][A-Za-z0-9_./?=&%-]*)?");
    }
}
