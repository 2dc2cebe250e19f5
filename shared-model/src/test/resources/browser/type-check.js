// Runs the TypeScript compiler over files in memory, and reports what it complains about.
const { files, module } = await (await fetch("/task.json")).json();
const folders = new Set(["/"]);
for (const file of Object.keys(files)) {
  for (let at = file.lastIndexOf("/"); at > 0; at = file.lastIndexOf("/", at - 1)) folders.add(file.slice(0, at));
}

const reading = {
  fileExists: (path) => Object.hasOwn(files, path),
  readFile: (path) => files[path],
  directoryExists: (path) => folders.has(path.replace(/(.)\/$/, "$1")),
  getDirectories: () => [],
  useCaseSensitiveFileNames: true,
  readDirectory: (root, extensions, _excludes, includes) => {
    const within = includes.map((folder) => new URL(folder, `file://${root}/`).pathname);
    return Object.keys(files).filter(
      (file) => extensions.some((end) => file.endsWith(end)) && within.some((folder) => file.startsWith(`${folder}/`)),
    );
  },
};
const writing = {
  getCurrentDirectory: () => module,
  getCanonicalFileName: (path) => path,
  getNewLine: () => "\n",
};

const configFile = `${module}/tsconfig.json`;
const { config, error } = ts.readConfigFile(configFile, reading.readFile);
const parsed = ts.parseJsonConfigFileContent(config ?? {}, reading, module, {}, configFile);
const program = ts.createProgram(parsed.fileNames, parsed.options, {
  ...reading,
  ...writing,
  useCaseSensitiveFileNames: () => true,
  getDefaultLibFileName: (options) => `/typescript/${ts.getDefaultLibFileName(options)}`,
  getDefaultLibLocation: () => "/typescript",
  writeFile: () => undefined,
  getSourceFile: (path, version) =>
    Object.hasOwn(files, path) ? ts.createSourceFile(path, files[path], version) : undefined,
});
const complaints = [...(error ? [error] : []), ...parsed.errors, ...ts.getPreEmitDiagnostics(program)];
const faults = complaints.map((complaint) => ts.formatDiagnostic(complaint, writing).trim());
if (!parsed.fileNames.length) faults.push(`${configFile} finds no file`);
await fetch("/report", { method: "POST", body: JSON.stringify(faults) });
