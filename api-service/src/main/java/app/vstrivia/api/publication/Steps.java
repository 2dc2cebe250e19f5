package app.vstrivia.api.publication;

import app.vstrivia.api.media.Exhibit;
import app.vstrivia.api.media.Exhibits;
import app.vstrivia.api.media.picture.Covers;
import app.vstrivia.api.platform.storage.PrivateFiles;
import app.vstrivia.api.platform.storage.PublicFiles;
import app.vstrivia.api.platform.storage.StorageAway;
import app.vstrivia.api.publication.document.CleanQuiz;
import app.vstrivia.api.publication.document.Completeness;
import app.vstrivia.api.publication.document.FrozenQuiz;
import app.vstrivia.api.publication.document.PublicQuiz;
import app.vstrivia.api.publication.document.ShownMedium;
import app.vstrivia.api.publication.document.ShownMedium.ShownFile;
import app.vstrivia.api.publication.document.Unpublishable;
import app.vstrivia.api.publication.version.VersionService;
import app.vstrivia.model.protocol.PublicationEvent.Step;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The work of a publication, all but the last step: each step gives the same when it is done again. */
@ApplicationScoped
class Steps {
    /** At once: the time that one takes is spent waiting. */
    private static final int COPIES = 8;

    private final Exhibits exhibits;
    private final Covers covers;
    private final PrivateFiles privateFiles;
    private final PublicFiles publicFiles;

    Steps(Exhibits exhibits, Covers covers, PrivateFiles privateFiles, PublicFiles publicFiles) {
        this.exhibits = exhibits;
        this.covers = covers;
        this.privateFiles = privateFiles;
        this.publicFiles = publicFiles;
    }

    /**
     * Does a step, and gives what it found. Waits.
     *
     * @throws Unpublishable if the quiz is not fit
     * @throws app.vstrivia.api.platform.bulkhead.AllTaken if it is to be tried again soon
     */
    Found take(Step step, Publication row) {
        FrozenQuiz content = row.content();
        return switch (step) {
            case VALIDATE -> {
                Completeness.require(content, media(content));
                yield Found.of(row);
            }
            case CLEAN_TEXTS -> new Found(CleanQuiz.of(content), row.media(), row.document());
            case PICTURES -> new Found(content, shown(row), row.document());
            case MODERATION -> {
                Map<UUID, Exhibit> media = media(content);
                Completeness.require(content, media);
                Completeness.requireApproved(media);
                yield Found.of(row);
            }
            case COPY -> {
                copy(row);
                yield Found.of(row);
            }
            case DOCUMENTS -> new Found(content, row.media(), write(row));
            case PUBLISH -> throw new IllegalArgumentException("is a transaction");
        };
    }

    private Map<UUID, Exhibit> media(FrozenQuiz content) {
        return exhibits.find(content.media()).await().indefinitely();
    }

    private List<ShownMedium> shown(Publication row) {
        FrozenQuiz content = row.content();
        Map<UUID, Exhibit> media = media(content);
        Completeness.require(content, media);
        List<ShownMedium> shown = new ArrayList<>();
        if (content.cover() != null) {
            Exhibit cover = media.get(content.cover());
            shown.add(ShownMedium.cover(cover, covers.of(cover)));
        }
        content.questionMedia().forEach(id -> shown.add(ShownMedium.of(media.get(id))));
        return shown;
    }

    /** Whoever deletes a medium meanwhile does not have it published. */
    private void copy(Publication row) {
        String folder = VersionService.folder(row.id());
        try {
            Multi.createFrom()
                    .iterable(row.media())
                    .onItem()
                    .transformToIterable(ShownMedium::files)
                    .onItem()
                    .transformToUni(file -> copied(file, folder))
                    .merge(COPIES)
                    .collect()
                    .last()
                    .await()
                    .indefinitely();
        } catch (StorageAway failure) {
            Completeness.require(row.content(), media(row.content()));
            throw failure;
        }
    }

    private Uni<ShownFile> copied(ShownFile file, String folder) {
        return Uni.createFrom()
                .item(() -> {
                    publicFiles.copyOfPrivate(file.from(), folder + file.name(), file.type());
                    return file;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private String write(Publication row) {
        byte[] document = PublicQuiz.of(row.content(), row.media()).bytes();
        String name = PublicQuiz.name(document);
        publicFiles.put(VersionService.folder(row.id()) + name, document, PublicQuiz.TYPE);
        return name;
    }

    /** Deletes what nobody needs of a publication that has ended. Waits. */
    void sweep(UUID id, boolean shown) {
        privateFiles.deleteAll(Publication.workFolder(id));
        if (!shown) {
            publicFiles.deleteAll(VersionService.folder(id));
        }
    }

    /** What is known after a step. */
    record Found(FrozenQuiz content, List<ShownMedium> media, String document) {
        static Found of(Publication row) {
            return new Found(row.content(), row.media(), row.document());
        }
    }
}
