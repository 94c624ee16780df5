package org.guildhall.access.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
 * Brings the usual posts to a new installation, and to an older one what their templates have come to give since: permissions
 * of later modules, and those given to a post later. Only posts that nobody has edited follow their template; what people have
 * changed stays as they made it.
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

    /** Sows what is missing; does nothing when nothing is. */
    public void sow() {
        changes.make(() -> {
            var known = store.knownPermissions();
            var all = catalogues.stream()
                    .flatMap(catalogue -> catalogue.permissions().stream())
                    .toList();
            for (var template : PostTemplate.all()) {
                sow(template, all, known.isEmpty());
            }
            all.stream()
                    .filter(permission -> !known.contains(permission.code()))
                    .forEach(permission -> store.know(permission, time.now()));
            return all.size();
        });
    }

    private void sow(PostTemplate template, List<Permission> all, boolean first) {
        var grants = new ArrayList<Grant>();
        all.forEach(permission -> template.grant(permission).ifPresent(grants::add));
        var post = store.byCode(template.code());
        if (post.isPresent()) {
            catchUp(template, post.get(), grants);
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

    private void catchUp(PostTemplate template, Post post, List<Grant> grants) {
        if (!store.followsTemplate(post.id())) {
            return;
        }
        var held = post.grants().stream().map(Grant::permission).collect(Collectors.toSet());
        var missing = grants.stream()
                .filter(grant -> !held.contains(grant.permission()))
                .toList();
        store.grant(post.id(), missing);
        remember("access.post-granted", post.id(), template, missing);
    }

    private void remember(String act, PostId id, PostTemplate template, List<Grant> grants) {
        if (!grants.isEmpty()) {
            var codes = grants.stream().map(grant -> grant.permission().code()).toList();
            audit.record(new AuditEntry(
                    act, "post", id.toString(), null, null, Map.of("code", template.code(), "grants", codes)));
        }
    }
}
