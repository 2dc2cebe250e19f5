package app.vstrivia.api.question.importing;

import app.vstrivia.api.identity.UnknownPlayer;
import app.vstrivia.api.media.OwnedMedium;
import app.vstrivia.api.media.TooManyMedia;
import app.vstrivia.api.media.UnfitMedium;
import app.vstrivia.api.media.fetch.FetchRefused;
import app.vstrivia.api.platform.ratelimit.LimitUnknown;
import app.vstrivia.api.platform.ratelimit.TooManyRequests;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.api.question.format.Note;
import app.vstrivia.api.question.format.ParsedItem;
import app.vstrivia.api.question.format.QuestionReader;
import app.vstrivia.model.id.PlayerId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The pictures and videos of one file of questions. A question about one is none without it: where it is not taken, the
 * question is refused.
 */
final class FileMedia {
    private static final Note MISSING = new Note("media-missing", "its picture or video is not in the zip");
    private static final Note UNKNOWN = new Note("media-unknown", "whoever imports has no such picture or video");
    private static final Note NOBODY =
            new Note("media-not-taken", "whoever imports is no player, who could have its picture or video");
    private static final Note TOO_MANY =
            new Note("too-many-media", "whoever imports has as many pictures and videos as one may have");
    private static final Note WAITS =
            new Note("media-waits", "it waits for review until its picture or video is approved");

    private static final Note TOO_MUCH_OF_THE_WEB = new Note(
            "media-not-fetched",
            "the file names more pictures of the web than are fetched at once, or they take too long; import it again");

    private static final Note TOO_OFTEN = new Note(
            "media-not-fetched",
            "whoever imports has had as many pictures fetched from the web as one may for now; import it again later");

    private static final Note OTHERS_FETCH = new Note(
            "media-not-fetched",
            "others have pictures fetched from the web at the moment; import it again, or in the background");

    private static final Note UNSEEN =
            new Note("media-unseen", "its picture is fetched from the web, and looked at, when the file is imported");

    private static final Note LOOKED_AT_LATER = new Note(
            "media-not-looked-at",
            "there is no time for all pictures at once: its picture is looked at later, and if it proves to be broken then, the"
                    + " question waits until it gets another one");

    private final WebBudget budget = new WebBudget();
    private final DecodingBudget decoding = new DecodingBudget();
    private final ImportRequest request;
    private final PlayerId owner;
    private final QuestionReader reader;
    private final MediaIntake intake;
    private final ImportSeat seat;
    private boolean tooOften;

    /** @param owner gets the media; null for who is no player */
    FileMedia(ImportRequest request, PlayerId owner, QuestionReader reader, MediaIntake intake, ImportSeat seat) {
        this.request = request;
        this.owner = owner;
        this.reader = reader;
        this.intake = intake;
        this.seat = seat;
    }

    /** The item with the content that its medium is known by, or refused, if there is no such medium. */
    ParsedItem identified(ParsedItem.Fit item) throws IOException {
        MediaRef media = item.question().media();
        if (media == null || media.content() != null) {
            return item;
        }
        Optional<String> address = reader.address(media);
        return address.isPresent()
                ? named(item, media, address.get())
                : media.isInZip() ? hashed(item, media) : known(item, media);
    }

    /** What is on the web is known by its address: so it is fetched once, and not to see whether it is known. */
    private static ParsedItem named(ParsedItem.Fit item, MediaRef media, String address) {
        byte[] content = sha256().digest(address.getBytes(StandardCharsets.UTF_8));
        return item.with(media.knownAs(HexFormat.of().formatHex(content)));
    }

    private ParsedItem hashed(ParsedItem.Fit item, MediaRef media) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream bytes = reader.open(media).orElse(null)) {
            if (bytes == null) {
                return refused(item, MISSING);
            }
            new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
        }
        return item.with(media.knownAs(HexFormat.of().formatHex(digest.digest())));
    }

    private ParsedItem known(ParsedItem.Fit item, MediaRef media) {
        if (owner == null) {
            return refused(item, NOBODY);
        }
        Optional<OwnedMedium> found = intake.find(owner, media);
        if (found.isEmpty()) {
            return refused(item, UNKNOWN);
        }
        return item.with(media.knownAs(found.get().content()));
    }

    /**
     * The item, new to the bank, with its medium as one of the owner's, or refused. A dry run only looks at it, and asks no other
     * machine for it.
     */
    ParsedItem brought(ParsedItem.Fit item) throws IOException {
        MediaRef media = item.question().media();
        if (media == null) {
            return item;
        }
        if (owner == null) {
            return refused(item, NOBODY);
        }
        if (!media.isInZip()) {
            return intake.find(owner, media).isPresent() ? waiting(item) : refused(item, UNKNOWN);
        }
        Optional<String> address = reader.address(media);
        if (address.isPresent() && request.dryRun()) {
            return item.noted(UNSEEN);
        }
        Optional<Note> why = address.flatMap(any -> whyNotFetched());
        if (why.isPresent()) {
            return refused(item, why.get());
        }
        Path file = Files.createTempFile("import", ".medium");
        try {
            if (!(address.isPresent() ? fetched(address.get(), file) : copied(media, file))) {
                return refused(item, MISSING);
            }
            boolean proved = intake.check(media.kind(), file, decoding);
            ParsedItem.Fit taken = item.with(request.dryRun() ? media : taken(media, file));
            return waiting(proved ? taken : taken.noted(LOOKED_AT_LATER));
        } catch (TooManyRequests | LimitUnknown spent) {
            tooOften = true;
            return refused(item, TOO_OFTEN);
        } catch (FetchRefused away) {
            return refused(item, new Note("media-not-fetched", away.getDetail()));
        } catch (UnfitMedium unfit) {
            return refused(
                    item,
                    new Note("media-" + unfit.reason().wire(), unfit.reason().words()));
        } catch (TooManyMedia full) {
            return refused(item, TOO_MANY);
        } catch (UnknownPlayer stranger) {
            return refused(item, NOBODY);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Optional<Note> whyNotFetched() {
        if (budget.isSpent()) {
            return Optional.of(TOO_MUCH_OF_THE_WEB);
        }
        if (tooOften) {
            return Optional.of(TOO_OFTEN);
        }
        return seat.mayFetch() ? Optional.empty() : Optional.of(OTHERS_FETCH);
    }

    private boolean fetched(String address, Path file) {
        long began = System.nanoTime();
        try {
            intake.fetch(owner, address, file, budget.left());
            return true;
        } finally {
            budget.spend(System.nanoTime() - began);
        }
    }

    /** Whether the file of questions has it. */
    private boolean copied(MediaRef media, Path file) throws IOException {
        try (InputStream bytes = reader.open(media).orElse(null)) {
            if (bytes != null) {
                Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return bytes != null;
        }
    }

    private MediaRef taken(MediaRef media, Path file) {
        return media.at(intake.take(owner, media.kind(), file).toString());
    }

    /** Nobody has approved its medium. */
    private ParsedItem waiting(ParsedItem.Fit item) {
        boolean approved = request.status() == QuestionStatus.APPROVED
                && (item.status() == null || item.status() == QuestionStatus.APPROVED);
        return approved ? item.noted(WAITS) : item;
    }

    private static ParsedItem refused(ParsedItem.Fit item, Note why) {
        return new ParsedItem.Refused(item.line(), why, item.question().text());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
