# The whole flow of the vendor's HLS tool. Run it in this folder:
#   {{compiler}} -f build_prj.tcl "reset=1 csim=1 synth=1 cosim=1 validation=1 export=0 vsynth=0"
array set opt {
    reset      0
    csim       1
    synth      1
    cosim      1
    validation 1
    export     0
    vsynth     0
    fifo_opt   0
}

set here [file dirname [file normalize [info script]]]
cd $here
source project.tcl

foreach arg $::argv {
    foreach name [array names opt] {
        regexp "(?:^|\\s)$name=(\\w+)" $arg whole opt($name)
    }
}

proc timed {title body} {
    puts "***** $title *****"
    set start [clock seconds]
    uplevel 1 $body
    puts "***** $title COMPLETED IN [expr {[clock seconds] - $start}] s *****"
}

proc text_of {path} {
    set file [open $path r]
    set text [read $file]
    close $file
    return $text
}

set reset [expr {$opt(reset) ? "-reset" : ""}]
eval open_project $reset ${project_name}_prj
set_top $project_name
add_files firmware/${project_name}.cpp -cflags "-std=c++0x"
add_files -tb ${project_name}_test.cpp -cflags "-std=c++0x"
add_files -tb firmware/weights
add_files -tb tb_data
eval open_solution $reset solution1
# Settings that only one of the two tools knows must not stop the other.
catch {config_array_partition -maximum_size 4096}
catch {config_compile -name_max_length 80}
set_part $part
create_clock -period $clock_period -name default
set_clock_uncertainty $clock_uncertainty default

if {$opt(csim)} {
    timed "C SIMULATION" { csim_design }
}

if {$opt(synth)} {
    timed "C/RTL SYNTHESIS" { csynth_design }
}

if {$opt(cosim)} {
    timed "C/RTL SIMULATION" {
        add_files -tb ${project_name}_test.cpp -cflags "-std=c++0x -DRTL_SIM"
        cosim_design -trace_level all
    }
}

if {$opt(validation) && $opt(csim) && $opt(cosim)} {
    timed "C/RTL VALIDATION" {
        set solution ${project_name}_prj/solution1
        set csim_log $solution/csim/build/tb_data/csim_results.log
        set cosim_log $solution/sim/wrapc_pc/tb_data/rtl_cosim_results.log
        if {[file exists $csim_log] && [file exists $cosim_log] && [text_of $csim_log] eq [text_of $cosim_log]} {
            puts "INFO: Test PASSED"
        } else {
            puts "ERROR: Test failed: $csim_log and $cosim_log differ"
            exit 1
        }
    }
}

if {$opt(export)} {
    timed "EXPORT IP" { export_design -format ip_catalog -version $version }
}

if {$opt(vsynth)} {
    timed "LOGIC SYNTHESIS" { exec vivado -mode batch -source vivado_synth.tcl >@ stdout }
}

exit
