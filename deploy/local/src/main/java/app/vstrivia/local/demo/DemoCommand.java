package app.vstrivia.local.demo;

import app.vstrivia.local.client.ApiFailure;
import app.vstrivia.local.client.TriviaNetwork;
import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import app.vstrivia.local.terminal.Terminal;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The command {@code deploy/local/demo}, which plays against a system that runs elsewhere. */
public final class DemoCommand {
    private final Terminal terminal = Terminal.standard();

    private DemoCommand() {}

    public static void main(String[] arguments) {
        System.exit(new DemoCommand().run(List.of(arguments)).status());
    }

    private ExitCode run(List<String> arguments) {
        try {
            DemoOptions options = DemoOptions.parse(arguments);
            if (options.address().isPresent()) {
                resolve(options.url().getHost(), options.address().get());
            }
            return options.tables() > 0 ? play(options) : show(options);
        } catch (CommandFailure failure) {
            return failed(failure.exitCode(), failure.getMessage());
        } catch (InterruptedException stopped) {
            return failed(ExitCode.FAILED, "Stopped.");
        } catch (CompletionException failure) {
            return failed(ExitCode.FAILED, "No answer: " + failure.getCause());
        } catch (ApiFailure | TimeoutException | IOException | GeneralSecurityException failure) {
            return failed(ExitCode.FAILED, failure.getMessage());
        }
    }

    private static ExitCode failed(ExitCode code, String message) {
        System.err.println(message);
        return code;
    }

    private ExitCode show(DemoOptions options) throws IOException, GeneralSecurityException, InterruptedException {
        new Demo(terminal, network(options), origin(options.url()), options.seed()).run(List.of());
        return ExitCode.OK;
    }

    private ExitCode play(DemoOptions options)
            throws IOException, GeneralSecurityException, InterruptedException, TimeoutException {
        try (TriviaNetwork network = network(options)) {
            Play play = new Play(network, origin(options.url()), options.seed());
            EarlyEnd signal = new EarlyEnd(play::end, Play.longestDuel());
            try {
                PlayResult result = play.run(options.tables(), options.seconds());
                terminal.line(new ObjectMapper().writeValueAsString(result));
                return result.good() ? ExitCode.OK : ExitCode.FAILED;
            } finally {
                signal.close();
            }
        }
    }

    private static URI origin(URI url) {
        return url.resolve("/");
    }

    private static TriviaNetwork network(DemoOptions options) throws IOException, GeneralSecurityException {
        return options.authority().isPresent()
                ? new TriviaNetwork(trust(options.authority().get()))
                : new TriviaNetwork();
    }

    private static SSLContext trust(Path authority) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(authority)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.setCertificateEntry("authority-" + trusted.size(), certificate);
            }
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    /** Java's own hosts file: it is read when the first name is looked up. */
    private static void resolve(String host, String address) throws IOException {
        Path hosts = Files.createTempFile("hosts", "");
        hosts.toFile().deleteOnExit();
        Files.writeString(hosts, address + " " + host + "\n");
        System.setProperty("jdk.net.hosts.file", hosts.toString());
    }
}
