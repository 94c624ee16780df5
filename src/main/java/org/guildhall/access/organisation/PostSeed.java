package org.guildhall.access.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Grant;
import org.guildhall.access.Permission;
import org.guildhall.access.PermissionCatalogue;
import org.guildhall.access.Post;
import org.guildhall.access.PostId;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.springframework.stereotype.Component;

/**
 * Brings the usual posts to a new installation, and permissions met for the first time to the posts whose template asks for
 * them. What people have changed since stays as they made it.
 */
@Component
public class PostSeed {

    private final PostStore store;
    private final OrganisationChange changes;
    private final Audit audit;
    private final BusinessTime time;
    private final List<PermissionCatalogue> catalogues;

    PostSeed(
            PostStore store,
            OrganisationChange changes,
            Audit audit,
            BusinessTime time,
            List<PermissionCatalogue> catalogues) {
        this.store = store;
        this.changes = changes;
        this.audit = audit;
        this.time = time;
        this.catalogues = catalogues;
    }

    /** Sows what is missing; does nothing when nothing is new. */
    public void sow() {
        changes.make(() -> {
            var known = store.knownPermissions();
            var fresh = catalogues.stream()
                    .flatMap(catalogue -> catalogue.permissions().stream())
                    .filter(permission -> !known.contains(permission.code()))
                    .toList();
            if (!fresh.isEmpty()) {
                PostTemplate.all().forEach(template -> sow(template, fresh, known.isEmpty()));
                fresh.forEach(permission -> store.know(permission, time.now()));
            }
            return fresh.size();
        });
    }

    private void sow(PostTemplate template, List<Permission> fresh, boolean first) {
        var grants = new ArrayList<Grant>();
        fresh.forEach(permission -> template.grant(permission).ifPresent(grants::add));
        var post = store.byCode(template.code());
        if (post.isPresent()) {
            store.grant(post.get().id(), grants);
            remember("access.post-granted", post.get().id(), template, grants);
        } else if (first) {
            var made = new Post(
                    PostId.of(Ids.next(time.clock())),
                    template.code(),
                    template.name(),
                    template.postClass(),
                    template.summary(),
                    template.powers(),
                    grants,
                    false,
                    1);
            store.insert(made, template.code(), time.now());
            remember("access.post-defined", made.id(), template, grants);
        }
    }

    private void remember(String act, PostId id, PostTemplate template, List<Grant> grants) {
        if (!grants.isEmpty()) {
            var codes = grants.stream().map(grant -> grant.permission().code()).toList();
            audit.record(new AuditEntry(
                    act, "post", id.toString(), null, null, Map.of("code", template.code(), "grants", codes)));
        }
    }
}
