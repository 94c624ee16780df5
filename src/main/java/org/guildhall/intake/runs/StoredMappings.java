package org.guildhall.intake.runs;

import java.util.List;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.intake.ImportPermissions;
import org.guildhall.intake.SavedMapping;
import org.guildhall.intake.SavedMapping.SaveMapping;
import org.guildhall.intake.SavedMappings;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link SavedMappings} with permission and audit. */
@Component
class StoredMappings implements SavedMappings {

    private final Access access;
    private final Audit audit;
    private final MappingStore store;
    private final BusinessTime time;

    StoredMappings(Access access, Audit audit, MappingStore store, BusinessTime time) {
        this.access = access;
        this.audit = audit;
        this.store = store;
        this.time = time;
    }

    @Override
    public List<SavedMapping> list() {
        access.require(ImportPermissions.READ);
        return store.list();
    }

    @Override
    @Transactional
    public SavedMapping save(SaveMapping content) {
        access.require(ImportPermissions.IMPORT);
        return put(Ids.next(time.clock()), content);
    }

    @Override
    @Transactional
    public SavedMapping replace(UUID id, SaveMapping content) {
        access.require(ImportPermissions.IMPORT);
        store.require(id);
        return put(id, content);
    }

    private SavedMapping put(UUID id, SaveMapping content) {
        var saved = store.put(id, content, access.actor().reference(), time.now());
        audit.record(AuditEntry.of("intake.mapping-saved", "import-mapping", id));
        return saved;
    }

    @Override
    @Transactional
    public void delete(UUID id) {
        access.require(ImportPermissions.IMPORT);
        store.require(id);
        store.delete(id);
        audit.record(AuditEntry.of("intake.mapping-deleted", "import-mapping", id));
    }
}
