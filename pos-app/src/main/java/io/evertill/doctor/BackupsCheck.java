package io.evertill.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.db.Backups;
import io.evertill.db.DatabaseFile;
import io.evertill.db.StorageFailure;
import io.evertill.pos.DataFolder;
import io.evertill.wire.Json;
import java.nio.file.Path;
import java.util.List;

/// The copies from before updates: whether the newest is whole.
public final class BackupsCheck implements Check {
    private final Path folder;

    public BackupsCheck(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "backups";
    }

    @Override
    public Finding look() {
        List<Backups.Backup> backups = Backups.of(DataFolder.database(folder));
        ObjectNode figures = Json.object().put("count", backups.size());
        ArrayNode files = figures.putArray("files");
        backups.forEach(backup -> files.add(String.valueOf(backup.file().getFileName())));
        if (backups.isEmpty()) {
            return Finding.ok(name(), "No copy from before an update stands here; the first update makes one.", figures);
        }
        Path newest = backups.getFirst().file();
        try (DatabaseFile file = DatabaseFile.still(newest)) {
            List<String> damage = file.damage(false);
            return damage.isEmpty()
                    ? Finding.ok(name(), backups.size() + (backups.size() == 1 ? " copy" : " copies") + " from before updates; the newest, "
                            + newest.getFileName() + ", is whole and has version " + file.version() + ".", figures)
                    : damaged(newest, damage.getFirst(), figures);
        } catch (StorageFailure e) {
            return damaged(newest, e.sentence(), figures);
        }
    }

    private Finding damaged(Path newest, String how, ObjectNode figures) {
        return Finding.warning(name(), "The copy " + newest.getFileName() + " is damaged: " + how,
                "Delete it and look at the disk: the next update makes another one, and until then there is no way back by it.", figures);
    }
}
